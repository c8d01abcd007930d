package org.safercommunities.portal.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Says lines of the trail in words. Asks once for each type of thing that is named, however many lines there are. */
@Service
public class AuditStory {

    private static final Pattern BLANK = Pattern.compile("\\{(?:([a-z]+):)?([A-Za-z]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private final ObjectProvider<AuditVocabulary> vocabularies;
    private final ObjectProvider<AuditNames> namers;

    AuditStory(ObjectProvider<AuditVocabulary> vocabularies, ObjectProvider<AuditNames> namers) {
        this.vocabularies = vocabularies;
        this.namers = namers;
    }

    public List<AuditSentence> tell(List<AuditLine> lines) {
        Map<String, AuditPhrase> phrases = phrases();
        Map<String, Set<String>> wanted = new HashMap<>();
        for (AuditLine line : lines) {
            want(wanted, "person", line.actor());
            want(wanted, typeOf(line.subject()), idOf(line.subject()));
            Matcher blanks = BLANK.matcher(phrase(phrases, line).sentence());
            while (blanks.find()) {
                if (blanks.group(1) != null) {
                    want(wanted, blanks.group(1), line.details().get(blanks.group(2)));
                }
            }
        }
        Map<String, Map<String, String>> names = new HashMap<>();
        namers.forEach(namer -> names.put(
                namer.type(), wanted.containsKey(namer.type()) ? namer.names(wanted.get(namer.type())) : Map.of()));
        return lines.stream()
                .map(line -> tell(line, phrase(phrases, line), names))
                .toList();
    }

    /** The titles of these actions, by action. */
    public Map<String, String> titles(Collection<String> actions) {
        Map<String, AuditPhrase> phrases = phrases();
        Map<String, String> titles = new TreeMap<>();
        actions.forEach(action -> titles.put(action, phrase(phrases, action).title()));
        return titles;
    }

    private static AuditSentence tell(AuditLine line, AuditPhrase phrase, Map<String, Map<String, String>> names) {
        String who = line.actor() == null
                ? "The portal"
                : nameOf(names, "person", line.actor().toString());
        Matcher optional = OPTIONAL.matcher(phrase.sentence());
        String sentence = optional.replaceAll(part -> {
            boolean missing = BLANK.matcher(part.group(1))
                    .results()
                    .anyMatch(blank ->
                            line.details().getOrDefault(blank.group(2), "").isBlank());
            return Matcher.quoteReplacement(missing ? "" : part.group(1));
        });
        String words = BLANK.matcher(sentence)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blank.group(2).equals("subject") && blank.group(1) == null
                                ? nameOf(names, typeOf(line.subject()), idOf(line.subject()))
                                : value(line, names, blank.group(1), blank.group(2))));
        return new AuditSentence(line, phrase.title(), who, who + " " + words);
    }

    private static String value(
            AuditLine line, Map<String, Map<String, String>> names, @Nullable String type, String detail) {
        String value = line.details().getOrDefault(detail, "");
        return type == null ? value : nameOf(names, type, value);
    }

    private static String nameOf(Map<String, Map<String, String>> names, String type, String id) {
        String name = names.getOrDefault(type, Map.of()).get(id);
        if (name != null) {
            return name;
        }
        return type.equals("person") ? "somebody who is no longer here" : id;
    }

    private Map<String, AuditPhrase> phrases() {
        Map<String, AuditPhrase> phrases = new HashMap<>();
        vocabularies.forEach(vocabulary -> phrases.putAll(vocabulary.phrases()));
        return phrases;
    }

    private static AuditPhrase phrase(Map<String, AuditPhrase> phrases, AuditLine line) {
        return phrase(phrases, line.action());
    }

    /** {@code library.document-published} reads “Document published”, until its module says it better. */
    private static AuditPhrase phrase(Map<String, AuditPhrase> phrases, String action) {
        AuditPhrase known = phrases.get(action);
        if (known != null) {
            return known;
        }
        String words = action.substring(action.indexOf('.') + 1).replace('-', ' ');
        String title =
                words.isEmpty() ? action : words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
        return new AuditPhrase(title, "(" + words + "): {subject}");
    }

    private static void want(Map<String, Set<String>> wanted, String type, @Nullable Object id) {
        if (id instanceof UUID || id instanceof String text && !text.isBlank()) {
            wanted.computeIfAbsent(type, any -> new HashSet<>()).add(id.toString());
        }
    }

    private static String typeOf(String subject) {
        return subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : "";
    }

    private static String idOf(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
