/**
 * Browsers as clients under test: a page that uses the browser's own EventSource and speaks the
 * adapter protocol over HTTP. Start at {@link dev.ssespec.browser.BrowserTarget}.
 */
@NullMarked
package dev.ssespec.browser;

import org.jspecify.annotations.NullMarked;
