package org.safercommunities.portal.shared.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one kind of personal data: what it is, why it is held, who sees it, how long, and what then. Begun by {@link #of} and
 * completed step by step.
 *
 * @param key unique in the portal, in kebab-case
 * @param what in plain words, said to the person: “Your name and work email address”
 * @param whose on whom it is, for example “Members”
 * @param why what it is used for, as the words after “so that” go on
 * @param keeping how long
 * @param then what becomes of it after that
 * @param onLeaving what becomes of it when the account is erased
 * @param section the part of a person’s own copy that holds it; null when it is in none
 * @param notCopied why it is in none, or what of it is left out; empty when all of it is copied
 * @param where the columns that hold it
 */
public record PersonalRule(
        String key,
        String what,
        String whose,
        Basis basis,
        String why,
        String seenBy,
        Keeping keeping,
        Fate then,
        Fate onLeaving,
        @Nullable String section,
        String notCopied,
        List<Columns> where) {

    public PersonalRule {
        where = List.copyOf(where);
    }

    /** On members, as a public task, and seen by the person alone, unless said otherwise. */
    public static PersonalRule of(String key, String what) {
        return new PersonalRule(
                key,
                what,
                "Members",
                Basis.PUBLIC_TASK,
                "",
                "You",
                Keeping.until("your account is erased"),
                Fate.ERASED,
                Fate.ERASED,
                null,
                "",
                List.of());
    }

    public PersonalRule on(String people) {
        return new PersonalRule(
                key, what, people, basis, why, seenBy, keeping, then, onLeaving, section, notCopied, where);
    }

    public PersonalRule because(Basis by, String soThat) {
        return new PersonalRule(
                key, what, whose, by, soThat, seenBy, keeping, then, onLeaving, section, notCopied, where);
    }

    public PersonalRule seenBy(String people) {
        return new PersonalRule(
                key, what, whose, basis, why, people, keeping, then, onLeaving, section, notCopied, where);
    }

    public PersonalRule kept(Keeping how, Fate afterwards) {
        return new PersonalRule(
                key, what, whose, basis, why, seenBy, how, afterwards, onLeaving, section, notCopied, where);
    }

    public PersonalRule onLeaving(Fate fate) {
        return new PersonalRule(key, what, whose, basis, why, seenBy, keeping, then, fate, section, notCopied, where);
    }

    public PersonalRule copied(String part) {
        return new PersonalRule(key, what, whose, basis, why, seenBy, keeping, then, onLeaving, part, notCopied, where);
    }

    /** What of it is not in the copy, and why. */
    public PersonalRule notCopied(String reason) {
        return new PersonalRule(key, what, whose, basis, why, seenBy, keeping, then, onLeaving, section, reason, where);
    }

    /** @param names columns, with spaces between them */
    public PersonalRule in(String table, String names) {
        return new PersonalRule(
                key,
                what,
                whose,
                basis,
                why,
                seenBy,
                keeping,
                then,
                onLeaving,
                section,
                notCopied,
                Stream.concat(where.stream(), Stream.of(Columns.of(table, names)))
                        .toList());
    }
}
