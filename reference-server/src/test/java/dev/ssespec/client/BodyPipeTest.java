package dev.ssespec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BodyPipeTest {
  private final BodyPipe pipe = new BodyPipe();

  @Test
  void whatWasPutIsReadInOrderUpToTheEnd() throws IOException {
    pipe.put(bytes("ab"));
    pipe.put(bytes(""));
    pipe.put(bytes("cde"));
    pipe.end(null);

    assertThat(pipe.available()).isEqualTo(5);
    assertThat(pipe.readAllBytes()).isEqualTo("abcde".getBytes(US_ASCII));
    assertThat(pipe.read()).isEqualTo(-1);
  }

  @Test
  void whatCameBeforeAFailureIsReadBeforeIt() throws IOException {
    pipe.put(bytes("ab"));
    pipe.end(new IOException("reset"));

    assertThat(pipe.readNBytes(2)).isEqualTo("ab".getBytes(US_ASCII));
    assertThatThrownBy(pipe::read).isInstanceOf(IOException.class).hasMessage("reset");
  }

  @Test
  void whatCameBeforeItWasClosedIsDropped() {
    pipe.put(bytes("ab"));
    pipe.close();
    pipe.put(bytes("cd"));

    assertThat(pipe.available()).isZero();
    assertThatThrownBy(pipe::read).isInstanceOf(IOException.class).hasMessage("closed");
  }

  @Test
  void aWriterThatIsAMebibyteAheadWaitsForTheReader() throws Exception {
    var mebibyte = new byte[1 << 20];
    pipe.put(ByteBuffer.wrap(mebibyte));
    var through = new CountDownLatch(1);
    var writer =
        new Thread(
            () -> {
              pipe.put(bytes("z"));
              through.countDown();
            });
    writer.start();
    while (writer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertThat(pipe.readNBytes(1)).hasSize(1);

    through.await();
    assertThat(pipe.available()).isEqualTo(1 << 20);
  }

  @Test
  void aWriterThatWaitsIsLetGoWhenItIsClosed() throws Exception {
    pipe.put(ByteBuffer.wrap(new byte[1 << 20]));
    var writer = new Thread(() -> pipe.put(bytes("z")));
    writer.start();
    while (writer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    pipe.close();

    writer.join();
    assertThat(pipe.available()).isZero();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
