package org.safercommunities.portal.notifications.notices;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.Mail;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a mail with notices says. */
@Component
class NoticeLetters {

    /** Nobody reads more in a mail; the rest is behind its button. */
    private static final int MOST = 30;

    private static final String CHOICE = "account#notices";
    private static final String REASON =
            "You get this because you follow things in the Safer Communities Portal, or own some there.";

    private final MailTemplate template;
    private final String portal;

    NoticeLetters(MailTemplate template, @Value("${portal.url}") String portal) {
        this.template = template;
        this.portal = PortalAddress.withSlash(portal);
    }

    /** A notice that goes into a mail. */
    record Told(UUID id, NoticeOccasion occasion, NoticeSubject subject, String path) {}

    Mail digest(List<Told> told, PersonSummary to) {
        Mail mail = template.fill(letter(told), to.email(), to.name(), "notices", "person:" + to.id());
        return new Mail(
                mail.toAddress(),
                mail.toName(),
                mail.subject(),
                mail.html(),
                mail.text(),
                mail.kind(),
                mail.reference(),
                Map.of("List-Unsubscribe", "<" + portal + CHOICE + ">"));
    }

    static Letter letter(List<Told> told) {
        Letter letter = Letter.titled(title(told), REASON);
        for (Told each : told.subList(0, Math.min(MOST, told.size()))) {
            letter = letter.item(each.subject().titleInMail(), each.path(), line(each));
        }
        if (told.size() > MOST) {
            letter = letter.say("Here are the newest %d; the others are in the portal.".formatted(MOST));
        }
        return letter.button("See all notices", "notices").choice("Choose when you get notices by mail", CHOICE);
    }

    private static String title(List<Told> told) {
        if (told.size() > 1) {
            return "%d things are new for you".formatted(told.size());
        }
        Told only = told.getFirst();
        return "%s: %s".formatted(only.occasion().words(), only.subject().titleInMail());
    }

    private static String line(Told told) {
        String marking = told.subject().marking();
        return marking == null ? told.occasion().words() : told.occasion().words() + " · " + marking;
    }
}
