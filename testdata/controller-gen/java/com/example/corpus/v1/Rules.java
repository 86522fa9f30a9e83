package com.example.corpus.v1;

import dev.jop.markers.validation.AtLeastOneOf;
import dev.jop.markers.validation.AtMostOneOf;
import dev.jop.markers.validation.ExactlyOneOf;
import dev.jop.markers.validation.Immutable;
import dev.jop.markers.validation.MaxItems;
import dev.jop.markers.validation.MaxLength;
import dev.jop.markers.validation.MaxProperties;
import dev.jop.markers.validation.Reason;
import dev.jop.markers.validation.Validation;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Range is a range whose ends are in order.
 *
 * @param low The lower end.
 * @param high The higher end.
 */
@Validation(
    rule = "self.low <= self.high",
    message = "low must not be more than high",
    reason = Reason.INVALID,
    fieldPath = ".low")
record Range(int low, int high) {}

/**
 * Origin says where something comes from, in one way.
 *
 * @param image An image.
 * @param chart A chart.
 * @param folder A folder.
 */
@ExactlyOneOf({"image", "chart", "folder"})
record Origin(@Nullable String image, @Nullable String chart, @Nullable String folder) {}

/**
 * Limit is in seconds or in tries, or there is none.
 *
 * @param seconds Seconds.
 * @param tries Tries.
 */
@AtMostOneOf({"seconds", "tries"})
record Limit(@Nullable Integer seconds, @Nullable Integer tries) {}

/**
 * Contact can be reached somehow.
 *
 * @param mail A mailbox.
 * @param phone A number.
 */
@AtLeastOneOf({"mail", "phone"})
record Contact(@Nullable String mail, @Nullable String phone) {}

/**
 * Mixed has several groups, and a rule of its own.
 *
 * @param a The first.
 * @param b The second.
 * @param c The third.
 * @param d The fourth.
 * @param e The fifth.
 * @param f The sixth.
 */
@ExactlyOneOf({"c", "d"})
@ExactlyOneOf({"e", "f"})
@AtMostOneOf({"a", "b"})
@AtLeastOneOf({"a", "b", "c"})
@Validation(rule = "!has(self.a) || self.a != 'never'", message = "a must not be never")
record Mixed(
    @MaxLength(10) @Nullable String a,
    @Nullable String b,
    @Nullable String c,
    @Nullable String d,
    @Nullable String e,
    @Nullable String f) {}

/**
 * Seal cannot be changed.
 *
 * @param number Its number, which stays.
 * @param text Its text, which stays once it is there.
 */
record Seal(@Immutable int number, @Immutable @Nullable String text) {}

/**
 * RulesSpec has rules in CEL.
 *
 * @param first The first word.
 * @param second The second word.
 * @param even Even.
 * @param bare A rule without a message.
 * @param quoted A rule over two lines, with quotes.
 * @param two Two rules.
 * @param growing It only grows.
 * @param fromOne It starts at one, and grows.
 * @param range A range.
 * @param ranges Ranges.
 * @param shortRange A short range.
 * @param words Words in order.
 * @param counts Counts by word.
 * @param origin Where it comes from.
 * @param limit What it is limited to.
 * @param contact Whom to ask.
 * @param mixed A mixture.
 * @param seal What cannot be changed inside.
 */
@Validation(
    rule = "!has(self.first) || !has(self.second) || self.first != self.second",
    message = "first and second must differ")
@Validation(
    rule = "!has(self.first) || self.first != 'bad'",
    messageExpression = "'first must not be ' + self.first",
    reason = Reason.FORBIDDEN,
    fieldPath = ".first")
record RulesSpec(
    @MaxLength(20) @Nullable String first,
    @MaxLength(20) @Nullable String second,
    @Validation(rule = "self % 2 == 0", message = "must be even") @Nullable Long even,
    @MaxLength(20) @Validation(rule = "self.startsWith('a')") @Nullable String bare,
    @MaxLength(20)
        @Validation(rule = "self == \"x\" ||\nself == 'y'", message = "must be \"x\" or 'y'")
        @Nullable String quoted,
    @Validation(rule = "self > 0", message = "must be positive", reason = Reason.REQUIRED)
        @Validation(rule = "self < 100", message = "must be small", reason = Reason.DUPLICATE)
        @Nullable Integer two,
    @Validation(rule = "self >= oldSelf", message = "must not shrink") @Nullable Integer growing,
    @Validation(
            rule = "oldSelf.hasValue() ? self >= oldSelf.value() : self == 1",
            message = "must start at one and grow",
            optionalOldSelf = true)
        @Nullable Integer fromOne,
    @Nullable Range range,
    @MaxItems(10) @Nullable List<Range> ranges,
    @Validation(rule = "self.high - self.low < 10", message = "must be short")
        @Nullable Range shortRange,
    @MaxItems(8) @Validation(rule = "self.all(w, w.size() < 5)", message = "must be short words")
        @Nullable List<@MaxLength(10) String> words,
    @MaxProperties(8)
        @Validation(rule = "self.all(k, self[k] > 0)", message = "must be positive counts")
        @Nullable Map<String, Integer> counts,
    @Nullable Origin origin,
    @Nullable Limit limit,
    @Nullable Contact contact,
    @Nullable Mixed mixed,
    @Nullable Seal seal) {}

/** Rules is about rules. */
@Group("corpus.example.com")
@Version("v1")
@Plural("rules")
@Singular("rules")
public final class Rules extends CustomResource<RulesSpec, Void> implements Namespaced {}
