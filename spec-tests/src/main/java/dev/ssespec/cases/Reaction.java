package dev.ssespec.cases;

/** What the kit does once, as soon as the trigger has happened. */
public record Reaction(Trigger trigger, Deed deed) {}
