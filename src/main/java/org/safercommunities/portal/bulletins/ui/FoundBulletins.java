package org.safercommunities.portal.bulletins.ui;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.springframework.stereotype.Component;

/** Bulletins among the results of a search. */
@Component
class FoundBulletins implements FoundRows {

    @Override
    public String source() {
        return "bulletins";
    }

    @Override
    public String name() {
        return "Bulletins";
    }

    @Override
    public String icon() {
        return "newspaper";
    }

    @Override
    public Map<String, String> kinds() {
        return Arrays.stream(BulletinKind.values()).collect(Collectors.toMap(BulletinKind::word, BulletinWords::kind));
    }

    @Override
    public Row row(Found found) {
        Row row = Row.linked(found.title(), found.path())
                .pictureOf(Icon.NEWSPAPER)
                .facts(kinds().getOrDefault(found.kind(), ""), Dates.full(found.date()));
        return found.snippet().text().isBlank() ? row : row.snippet(found.snippet());
    }
}
