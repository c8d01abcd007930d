package org.safercommunities.portal.bulletins;

import java.util.Set;
import org.safercommunities.portal.agencies.Audience;

/**
 * What an editor says of a bulletin. Only its title must be there from the beginning; what else is missing is found before it is
 * sent.
 *
 * @param accountOnly whether people without an account may not read it on the web by the link in their mail
 */
public record BulletinPlan(
        String title,
        BulletinKind kind,
        String subject,
        BulletinAudience audience,
        Blocks blocks,
        boolean accountOnly) {

    static final int LONGEST_TITLE = 200;

    public BulletinPlan {
        InvalidBulletin.unless(audience.kind() == kind, "audience", "The audience is that of another kind of bulletin");
        title = title.strip();
        subject = subject.strip();
        InvalidBulletin.unless(!title.isEmpty(), "title", "Enter a title");
        InvalidBulletin.unless(
                title.length() <= LONGEST_TITLE,
                "title",
                "Shorten the title to %d characters".formatted(LONGEST_TITLE));
        InvalidBulletin.unless(
                subject.length() <= LONGEST_TITLE,
                "subject",
                "Shorten the subject to %d characters".formatted(LONGEST_TITLE));
        InvalidBulletin.unless(
                (title + subject).chars().noneMatch(Character::isISOControl),
                "title",
                "Take the line breaks out of title and subject");
    }

    /**
     * Who may read it in the portal once it is out. What goes to some of a role or of an event only is for those who were sent
     * it, and nobody else.
     */
    Set<String> locks() {
        boolean narrowed = !audience.roles().isEmpty() || audience.attendedEvent() != null;
        return narrowed
                ? Set.of()
                : new Audience(audience.everyone(), audience.agencies(), audience.groups(), Set.of()).tokens();
    }

    public BulletinPlan saying(Blocks other) {
        return new BulletinPlan(title, kind, subject, audience, other, accountOnly);
    }

    public BulletinPlan titled(String otherTitle, String otherSubject) {
        return new BulletinPlan(otherTitle, kind, otherSubject, audience, blocks, accountOnly);
    }
}
