// Ktor as a server: the SSE plugin's session for each response, which sends what its channel gets.

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.ktor.server.application.install
import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.routing
import io.ktor.server.sse.SSE
import io.ktor.server.sse.sse
import io.ktor.sse.ServerSentEvent
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import java.util.UUID
import java.util.concurrent.ConcurrentHashMap
import kotlin.system.exitProcess
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.runBlocking

const val HELLO = """{"op": "hello", "protocol": 1, "roles": ["server"], """ +
    """"target": {"name": "ktor-server", "version": "3.6.1", "language": "Kotlin", "homepage": "https://github.com/ktorio/ktor"}, """ +
    """"capabilities": ["type", "id", "retry", "comment", "no-data", "disconnect", "end"], """ +
    """"notes": "The SSE plugin's sessions over the engine CIO."}"""

val json = ObjectMapper()
val out = PrintStream(FileOutputStream(FileDescriptor.out), true, "UTF-8")

class Served(val id: String) {
    val open = ConcurrentHashMap<UUID, Channel<ServerSentEvent>>()
    val http = embeddedServer(CIO, port = 0, host = "127.0.0.1") {
        install(SSE)
        routing {
            sse("/events") {
                val name = UUID.randomUUID()
                val events = Channel<ServerSentEvent>(Channel.UNLIMITED)
                open[name] = events
                tell("connected", id, "connection" to name)
                try {
                    for (event in events) send(event)
                } finally {
                    open.remove(name)
                    tell("disconnected", id, "connection" to name)
                }
            }
        }
    }.start()

    init {
        val port = runBlocking { http.engine.resolvedConnectors().first().port }
        tell("listening", id, "url" to "http://127.0.0.1:$port/events")
    }

    fun send(message: JsonNode) {
        val parts = message.path("event")
        try {
            val retry = parts.get("retry")?.bigIntegerValue()?.longValueExact()
            val event = ServerSentEvent(parts.text("data"), parts.text("type"), parts.text("id"), retry, message.text("comment"))
            open.values.forEach { it.trySend(event) }
            tell("sent", id, "seq" to message["seq"])
        } catch (refused: RuntimeException) {
            tell("refused", id, "seq" to message["seq"], "error" to refused.message)
        }
    }

    fun end() = open.values.forEach { it.close() }
}

fun JsonNode.text(key: String): String? = get(key)?.asText()

fun tell(op: String, id: String, vararg more: Pair<String, Any?>) =
    out.println(json.valueToTree<JsonNode>(mapOf("op" to op, "id" to id, *more)) as Any)

fun main() {
    System.setOut(System.err) // standard output belongs to the protocol
    val servers = HashMap<String, Served>()
    for (line in generateSequence { readlnOrNull() }) {
        val message = runCatching { json.readTree(line) }.onFailure(System.err::println).getOrNull() ?: continue
        val id = message.path("id").asText()
        when (val op = message.path("op").asText()) {
            "hello" -> out.println(HELLO)
            "start" -> servers[id] = Served(id)
            "send" -> servers.getValue(id).send(message)
            "end" -> servers.getValue(id).end().also { tell("ended", id) }
            "stop" -> servers.remove(id)?.run { end(); http.stop(0, 500) }.also { tell("stopped", id) }
            else -> tell("unsupported", id, "of" to op)
        }
    }
    exitProcess(0)
}
