/**
 * LaunchDarkly's contract-test service protocol as a way to a client: the service is an HTTP server
 * beside the library, and reports by posting to the kit. Start reading at {@link
 * dev.ssespec.contract.ContractLink}.
 */
@NullMarked
package dev.ssespec.contract;

import org.jspecify.annotations.NullMarked;
