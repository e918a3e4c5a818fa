package dev.ssespec.parser.bench;
public final class BenchmarkReport { private BenchmarkReport() {} public static void main(String[] a) {} }
