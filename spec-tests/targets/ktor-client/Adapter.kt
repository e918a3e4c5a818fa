// Ktor's client with its SSE plugin: a coroutine for each source, which collects what is incoming.

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import io.ktor.client.HttpClient
import io.ktor.client.engine.cio.CIO
import io.ktor.client.engine.cio.endpoint
import io.ktor.client.plugins.sse.SSE
import io.ktor.client.plugins.sse.sse
import io.ktor.client.request.header
import io.ktor.client.request.setBody
import io.ktor.http.HttpMethod
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart.LAZY
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch

const val HELLO = """{"op": "hello", "protocol": 1, "roles": ["client"], "profile": "stream",
  "target": {"name": "ktor-client", "version": "3.6.1", "language": "Kotlin", "homepage": "https://github.com/ktorio/ktor"},
  "capabilities": ["comments", "last-event-id", "reconnect", "retry-option", "headers", "method", "body"],
  "notes": "showCommentEvents, and as many reconnection attempts as it likes, where the default is none. It shows neither that a connection is made nor that it is lost. What has no data is no event here."}"""

val json = ObjectMapper()
val out = PrintStream(FileOutputStream(FileDescriptor.out), true, "UTF-8")
val sources = ConcurrentHashMap<String, Job>()
val scope = CoroutineScope(Dispatchers.IO)

/** A few, in turn: one keeps too few connections to a host, and one for each source too many threads. */
val turn = AtomicInteger()
val clients = List(8) {
    HttpClient(CIO) {
        engine { endpoint { maxConnectionsPerRoute = 1000 } }
        install(SSE) { showCommentEvents(); maxReconnectionAttempts = Int.MAX_VALUE }
    }
}

fun main() {
    System.setOut(System.err) // standard output belongs to the protocol
    for (line in generateSequence { readlnOrNull() }) {
        val request = runCatching { json.readTree(line) as ObjectNode }.getOrNull()
        if (request == null) {
            System.err.println("not a request: $line")
            continue
        }
        val id = request.path("id").asText()
        when (val op = request.path("op").asText()) {
            "hello" -> out.println(json.readTree(HELLO))
            "open" -> scope.launch(start = LAZY) { read(request, id) }.also { sources[id] = it }.start()
            "close" -> scope.launch {
                sources.remove(id)?.cancelAndJoin() // what it was already handed is said before
                say("closed", request)
            }
            else -> say("unsupported", request, "of" to op)
        }
    }
    exitProcess(0) // ends the readers, and with them their connections
}

suspend fun read(request: JsonNode, id: String) {
    val time = request.get("retryMs")?.asLong()?.milliseconds
    val how = try {
        clients[turn.getAndIncrement() % clients.size].sse(request.path("url").asText(), reconnectionTime = time, request = {
            request.path("headers").properties().forEach { header(it.key, it.value.asText()) }
            request.get("method")?.let { method = HttpMethod(it.asText()) }
            request.get("body")?.let { setBody(it.asText()) }
        }) {
            incoming.collect { event ->
                event.comments?.split("\r\n")?.forEach { say("comment", request, "text" to it) }
                val type = event.event?.ifEmpty { null } ?: "message"
                event.data?.let {
                    say("event", request, "event" to mapOf("type" to type, "data" to it, "lastEventId" to (event.id ?: "")))
                }
            }
        }
        "the session ended"
    } catch (failure: Exception) {
        failure.toString()
    }
    if (sources.containsKey(id)) say("error", request, "state" to "closed", "message" to how)
}

@Synchronized
fun say(op: String, request: JsonNode, vararg content: Pair<String, Any>) {
    val message = json.createObjectNode().put("op", op)
    if (request.has("id")) message.set<JsonNode>("id", request.get("id"))
    content.forEach { (key, value) -> message.putPOJO(key, value) }
    out.println(message)
}
