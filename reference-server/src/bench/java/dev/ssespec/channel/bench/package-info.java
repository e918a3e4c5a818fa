/** How many streams a server holds, what they cost, and how fast all of them hear of an event. */
package dev.ssespec.channel.bench;
