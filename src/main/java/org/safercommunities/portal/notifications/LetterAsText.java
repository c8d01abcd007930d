package org.safercommunities.portal.notifications;

/** A letter for those who read plain text: lines as long as they come, addresses on lines of their own. */
final class LetterAsText {

    private LetterAsText() {}

    static String of(Letter letter, String portal) {
        StringBuilder text = new StringBuilder();
        text.append(letter.title()).append("\n\n");
        letter.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        letter.facts()
                .forEach(fact -> text.append(fact.name())
                        .append(": ")
                        .append(fact.value())
                        .append('\n'));
        if (!letter.facts().isEmpty()) {
            text.append('\n');
        }
        letter.items()
                .forEach(item -> text.append("* ")
                        .append(item.title())
                        .append("\n  ")
                        .append(item.line())
                        .append("\n  ")
                        .append(portal)
                        .append(item.path())
                        .append("\n\n"));
        Letter.Button button = letter.button();
        if (button != null) {
            text.append(button.label())
                    .append(":\n")
                    .append(portal)
                    .append(button.path())
                    .append("\n\n");
        }
        text.append("-- \nSafer Communities Portal, Kent Community Safety Team\n")
                .append(letter.reason())
                .append(choice(letter, portal))
                .append("\nReply to this mail and a person answers.\n")
                .append(portal)
                .append('\n');
        return text.toString();
    }

    private static String choice(Letter letter, String portal) {
        Letter.Button choice = letter.choice();
        return choice == null ? "" : "\n%s: %s%s".formatted(choice.label(), portal, choice.path());
    }
}
