package dev.ssespec.cases;

import static dev.ssespec.cases.EndpointCase.endpoint;

import java.util.List;

/** Fields that caches, proxies and browsers look at. */
final class EndpointHeaderCases {
  private EndpointHeaderCases() {}

  static List<EndpointCase> all() {
    return List.of(
        endpoint("S-029", "server/cache/not-stored")
            .practice("Cache-Control says no-store or no-cache")
            .clauses("http/no-store")
            .why("A cache that stores a stream answers the next client with yesterday's events.")
            .hint("Send Cache-Control: no-store, no-transform.")
            .seenIn(
                "sse-starlette #104: no-cache still lets shared caches store",
                "Quarkus 03ad7cf: no Cache-Control at all")
            .catches("cacheable")
            .holds(EndpointRule.NOT_STORED, Visit.WATCH),
        endpoint("S-030", "server/cache/no-validator")
            .practice("The stream has no ETag")
            .clauses("http/validator")
            .why("Whoever computes one from the body holds the stream until it ends.")
            .hint("Leave streams out of the layer that adds ETag.")
            .seenIn("Rack #1619: Rack::ETag holds the whole stream")
            .catches("entity-tag")
            .holds(EndpointRule.NO_VALIDATOR, Visit.WATCH),
        endpoint("S-031", "server/proxy/accel-buffering")
            .practice("X-Accel-Buffering says no")
            .clauses("authoring/proxy-buffering")
            .why("nginx buffers by default, and holds events until its buffer is full.")
            .hint("Send X-Accel-Buffering: no, or switch proxy_buffering off in nginx.")
            .seenIn(
                "nginx #1505: small events are held, by design",
                "django-eventstream PR #37: the header is the cure")
            .catches("buffered-by-proxies")
            .holds(EndpointRule.ACCEL_BUFFERING, Visit.WATCH),
        endpoint("S-032", "server/proxy/no-transform")
            .practice("Cache-Control says no-transform")
            .clauses("http/no-transform")
            .why("Proxies and development servers compress what they may, and hold it meanwhile.")
            .hint("Send Cache-Control: no-store, no-transform.")
            .seenIn(
                "NestJS #5762: the compression layer swallows events",
                "Next.js #45048: rewrites compress the stream")
            .catches("transformable")
            .holds(EndpointRule.NO_TRANSFORM, Visit.WATCH),
        endpoint("S-033", "server/cors/wildcard-with-credentials")
            .must("The wildcard does not stand beside Access-Control-Allow-Credentials")
            .clauses("cors/credentials")
            .why("Browsers refuse exactly that pair to a page that sends credentials.")
            .hint("Name the origin of the request, after checking it, and add Vary: Origin.")
            .seenIn(
                "r3labs PR #99: a fixed * refuses every page with credentials",
                "Eclipse Ditto #814: the same")
            .catches("wildcard-with-credentials")
            .holds(EndpointRule.NO_WILDCARD_WITH_CREDENTIALS, Visit.ORIGIN),
        endpoint("S-034", "server/cors/one-origin")
            .must("Access-Control-Allow-Origin holds one value")
            .clauses("cors/one-origin")
            .why("Browsers compare it as a whole: two values, or two fields, match no origin.")
            .hint("Look for two layers that both add the field.")
            .seenIn("birdnet-go PR #3878: the stream helper's * overrides the policy")
            .catches("two-origins")
            .holds(EndpointRule.ONE_ALLOWED_ORIGIN, Visit.ORIGIN),
        endpoint("S-035", "server/cors/vary")
            .practice("An origin that is sent back comes with Vary: Origin")
            .clauses("cors/vary")
            .why("A cache hands the first page's permission to all others.")
            .hint("Add Vary: Origin wherever the field depends on the request.")
            .catches("origin-without-vary")
            .holds(EndpointRule.ORIGIN_VARIES, Visit.ORIGIN),
        endpoint("S-036", "server/cors/who-may-read")
            .observe("Whether a page of an origin that nobody knows may read the stream")
            .clauses("cors/credentials")
            .why("With credentials allowed, any page that the user visits reads their stream.")
            .hint("Compare the origin with a list.")
            .holds(EndpointRule.WHO_MAY_READ, Visit.ORIGIN));
  }
}
