package dev.ssespec.demo;

/**
 * What happened to a showing.
 *
 * @param position its place among all changes; they are counted without a gap
 * @param show as it is from then on
 * @param cancelled whether it is no more
 */
record ShowChange(long position, Show show, boolean cancelled) {}
