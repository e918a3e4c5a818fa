import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssespec.peer.SoundClient;
import dev.ssespec.target.JvmClientLink;
import dev.ssespec.target.Link;
import java.io.*;

/** The kit's reference client as a program of its own: each line goes to the link that the kit's own tests use. */
class Adapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

  public static void main(String[] args) throws IOException {
    System.setOut(System.err); // standard output belongs to the protocol
    var link = JvmClientLink.of(SoundClient.INFO, new SoundClient()).start(new Link.Ear() {
      @Override public synchronized void said(ObjectNode message) { OUT.println(message); }

      @Override public void noise(String line) { System.err.println(line); }

      @Override public void gone(String how) { System.err.println(how); }
    });
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      try {
        link.tell(JSON.readValue(line, ObjectNode.class));
      } catch (IOException e) {
        System.err.println("not a request: " + line);
      }
    }
    System.exit(0); // ends the sources, and with them their connections
  }
}
