package dev.ssespec;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the users of a type have to know: every type that it shows, type arguments included. */
final class PublicSignature {
  private PublicSignature() {}

  /** Whether other modules can name the type: it, and all types around it, are public. */
  static boolean isShown(JavaClass type) {
    Optional<JavaClass> around = type.getEnclosingClass();
    return visible(type.getModifiers()) && (around.isEmpty() || isShown(around.get()));
  }

  static Stream<JavaClass> of(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    return Stream.of(
            parents.flatMap(PublicSignature::involved),
            type.getTypeParameters().stream().flatMap(PublicSignature::involved),
            type.getFields().stream()
                .filter(PublicSignature::shown)
                .map(JavaField::getType)
                .flatMap(PublicSignature::involved),
            type.getCodeUnits().stream()
                .filter(PublicSignature::shown)
                .flatMap(PublicSignature::involved))
        .flatMap(types -> types);
  }

  private static Stream<JavaClass> involved(JavaCodeUnit unit) {
    return Stream.of(
            involved(unit.getReturnType()),
            unit.getParameterTypes().stream().flatMap(PublicSignature::involved),
            unit.getTypeParameters().stream().flatMap(PublicSignature::involved),
            unit.getThrowsClause().stream().map(ThrowsDeclaration::getRawType))
        .flatMap(types -> types);
  }

  private static Stream<JavaClass> involved(JavaType type) {
    return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
  }

  private static boolean shown(JavaMember member) {
    return visible(member.getModifiers())
        && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean visible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
