package dev.ssespec.cases;

import static dev.ssespec.cases.EmissionCase.Builder.message;
import static dev.ssespec.cases.EmissionCase.told;

import dev.ssespec.cases.Emission.OfEvent;
import java.util.List;

/** Characters that are taken for others. */
final class ToldCharacterCases {
  private ToldCharacterCases() {}

  static List<EmissionCase> all() {
    return List.of(
        nothingWords(),
        nul(),
        verticalTab(),
        separators(),
        nextLine(),
        lineSeparators(),
        beyondAscii(),
        beyondThePlane(),
        combining(),
        markFirst(),
        noCharacters(),
        controls());
  }

  private static EmissionCase nothingWords() {
    return told("S-138", "server/told-text/nothing-words")
        .must("The data null and false are data")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("null"))
        .expect(message("null"))
        .why("A word for nothing is a word.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("null-left-out")
        .build();
  }

  private static EmissionCase nul() {
    return told("S-139", "server/told-text/nul")
        .should("U+0000 inside data stays")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("{a}\0{b}"))
        .expect(message("{a}\0{b}"))
        .why("A stream may carry it; text that ends there is another text.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("nul-cuts")
        .build();
  }

  private static EmissionCase verticalTab() {
    return told("S-140", "server/told-text/vertical-tab")
        .must("Vertical tab and form feed end no line")
        .clauses("parse/line-end", "parse/any-char")
        .sends(OfEvent.data("{a}\u000b{b}\f{c}"))
        .expect(message("{a}\u000b{b}\f{c}"))
        .why("They become line breaks in the data.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("FastAPI 021bcb0: splitlines() cuts at them")
        .catches("data-split-at-separators")
        .build();
  }

  private static EmissionCase separators() {
    return told("S-141", "server/told-text/separators")
        .must("U+001C to U+001E end no line")
        .clauses("parse/line-end", "parse/any-char")
        .sends(OfEvent.data("{a}\u001c{b}\u001d{c}\u001e{d}"))
        .expect(message("{a}\u001c{b}\u001d{c}\u001e{d}"))
        .why("They become line breaks in the data.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("FastAPI 021bcb0: splitlines() cuts at them")
        .catches("data-split-at-separators")
        .build();
  }

  private static EmissionCase nextLine() {
    return told("S-142", "server/told-text/next-line")
        .must("U+0085 ends no line")
        .clauses("parse/line-end", "parse/any-char")
        .sends(OfEvent.data("{a}\u0085{b}"))
        .expect(message("{a}\u0085{b}"))
        .why("It becomes a line break in the data.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("FastAPI 021bcb0: splitlines() cuts at it")
        .catches("ascii-alone", "data-split-at-separators")
        .build();
  }

  private static EmissionCase lineSeparators() {
    return told("S-143", "server/told-text/line-separators")
        .must("U+2028 and U+2029 end no line")
        .clauses("parse/line-end", "parse/any-char")
        .sends(OfEvent.data("{a}\u2028{b}\u2029{c}"))
        .expect(message("{a}\u2028{b}\u2029{c}"))
        .why("They become line breaks in the data; JavaScript source once had them.")
        .hint(ToldOutcomes.SPLIT)
        .seenIn("FastAPI 021bcb0: splitlines() cuts at them")
        .catches("ascii-alone", "data-split-at-separators")
        .build();
  }

  private static EmissionCase beyondAscii() {
    return told("S-144", "server/told-text/beyond-ascii")
        .must("Characters beyond ASCII arrive")
        .clauses("parse/utf-8", "field/data")
        .sends(OfEvent.data("{a} \u00e9 \u00df \u20ac \u65e5\u672c"))
        .expect(message("{a} \u00e9 \u00df \u20ac \u65e5\u672c"))
        .why("Bytes in another charset come out as U+FFFD.")
        .hint(ToldOutcomes.AS_IT_IS)
        .seenIn("ShenYu #6752: bytes in the platform's charset")
        .catches("ascii-alone")
        .build();
  }

  private static EmissionCase beyondThePlane() {
    return told("S-145", "server/told-text/beyond-the-plane")
        .must("Characters beyond U+FFFF arrive")
        .clauses("parse/utf-8", "field/data")
        .sends(OfEvent.data("{a} \ud83d\ude00 \ud840\udc00"))
        .expect(message("{a} \ud83d\ude00 \ud840\udc00"))
        .why("Two halves that are encoded one by one are no UTF-8.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("ascii-alone", "basic-plane-alone")
        .build();
  }

  private static EmissionCase combining() {
    return told("S-146", "server/told-text/combining")
        .must("A combining character stays apart from its letter")
        .clauses("parse/utf-8", "field/data")
        .sends(OfEvent.data("{a} e\u0301 \u00e9"))
        .expect(message("{a} e\u0301 \u00e9"))
        .why("Normalising changes what is compared and signed.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("ascii-alone", "normalizes")
        .build();
  }

  private static EmissionCase markFirst() {
    return told("S-147", "server/told-text/mark-first")
        .must("U+FEFF ahead of the text stays")
        .clauses("field/data", "parse/bom")
        .sends(OfEvent.data("\ufeff{a}"))
        .expect(message("\ufeff{a}"))
        .why("It is a character of the text, not of the stream.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("ascii-alone", "mark-stripped")
        .build();
  }

  private static EmissionCase noCharacters() {
    return told("S-148", "server/told-text/no-characters")
        .must("U+FFFD, U+FFFE and U+FFFF stay")
        .clauses("parse/utf-8", "field/data")
        .sends(OfEvent.data("{a}\ufffd{b}\ufffe\uffff"))
        .expect(message("{a}\ufffd{b}\ufffe\uffff"))
        .why("They are code points like others.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("ascii-alone", "no-characters-replaced")
        .build();
  }

  private static EmissionCase controls() {
    return told("S-149", "server/told-text/controls")
        .must("Control characters stay")
        .clauses("field/data", "parse/any-char")
        .sends(OfEvent.data("{a}\u0001{b}\u001b[1m\u007f"))
        .expect(message("{a}\u0001{b}\u001b[1m\u007f"))
        .why("Output of terminals has them.")
        .hint(ToldOutcomes.AS_IT_IS)
        .catches("controls-stripped")
        .build();
  }
}
