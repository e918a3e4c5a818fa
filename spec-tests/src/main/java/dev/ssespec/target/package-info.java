/**
 * The ways to a target: a program that speaks the adapter protocol, or an object in this JVM. Start
 * at {@link dev.ssespec.target.Adapter}.
 */
@NullMarked
package dev.ssespec.target;

import org.jspecify.annotations.NullMarked;
