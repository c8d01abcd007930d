package org.safercommunities.portal.bulletins;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What stands at the marks of a drawn bulletin for one recipient. */
@Component
class RecipientMarks {

    private static final Pattern MARK = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String portal;

    RecipientMarks(@Value("${portal.url}") String portal) {
        this.portal = PortalAddress.withSlash(portal);
    }

    /** The value at each mark, as plain text. */
    record Values(Map<String, String> byMark) {

        String inHtml(String html) {
            return filled(html, value -> HtmlUtils.htmlEscape(value, "UTF-8"));
        }

        String inText(String text) {
            return filled(text, UnaryOperator.identity());
        }

        /** In one pass, so that what stands at one mark is never read as another. */
        private String filled(String form, UnaryOperator<String> as) {
            return MARK.matcher(form)
                    .replaceAll(mark -> Matcher.quoteReplacement(
                            byMark.containsKey(mark.group(1)) ? as.apply(byMark.get(mark.group(1))) : mark.group()));
        }
    }

    /** For somebody who looks at it before it goes, or on the web: their links lead to their account. */
    Values of(BulletinPlan plan, @Nullable UUID bulletin, String name) {
        return new Values(values(
                name,
                portal + "bulletins" + (bulletin == null ? "" : "/" + bulletin),
                portal + "account",
                portal + "account",
                "You get this because you chose the " + plan.kind().word() + " in your account."));
    }

    /** For a recipient; whoever has no account reads it by a link of their own. */
    Map<String, String> of(Recipient recipient, BulletinPlan plan, UUID bulletin) {
        String unsubscribe = portal + "unsubscribe/" + recipient.link();
        boolean account = recipient.person() != null;
        return values(
                recipient.name(),
                account || plan.accountOnly()
                        ? portal + "bulletins/" + bulletin
                        : portal + OutsideReading.path(bulletin, recipient),
                account ? portal + "account" : unsubscribe,
                unsubscribe,
                account
                        ? "You get this because you chose the %s in your account."
                                .formatted(plan.kind().word())
                        : "You get this because this address was subscribed to the %s."
                                .formatted(plan.kind().word()));
    }

    private static Map<String, String> values(
            String name, String read, String preferences, String unsubscribe, String reason) {
        Map<String, String> values = new TreeMap<>();
        values.put("name", firstName(name));
        values.put("read", read);
        values.put("preferences", preferences);
        values.put("unsubscribe", unsubscribe);
        values.put("reason", reason);
        return values;
    }

    /** As in “Dear Rowan”; colleagues whose name nobody knows are colleagues. */
    private static String firstName(String name) {
        String first = name.strip().split("\\s+")[0];
        return first.isEmpty() ? "colleague" : first;
    }
}
