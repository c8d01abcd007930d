package org.safercommunities.portal.bulletins;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.bulletins.drawing.Issue;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws bulletins for one reader at a time, without the documents and events that this reader may not see. */
@Service
public class BulletinReading {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final String TEAM = "Kent Community Safety Team";

    private final Bulletins bulletins;
    private final FactsOfBlocks facts;
    private final BulletinDrawing drawing;
    private final PersonList people;
    private final RecipientMarks marks;
    private final Clock clock;

    BulletinReading(
            Bulletins bulletins,
            FactsOfBlocks facts,
            BulletinDrawing drawing,
            PersonList people,
            RecipientMarks marks,
            Clock clock) {
        this.bulletins = bulletins;
        this.facts = facts;
        this.drawing = drawing;
        this.people = people;
        this.marks = marks;
        this.clock = clock;
    }

    /** The blocks that this reader may see. */
    @Transactional(readOnly = true)
    public Blocks blocks(BulletinDetails bulletin, Reader reader) {
        return seen(bulletin.plan().blocks(), facts.of(bulletin.plan().blocks(), reader));
    }

    /** HTML for the portal’s own page of a bulletin, below its title. */
    @Transactional(readOnly = true)
    public String page(BulletinDetails bulletin, Reader reader) {
        Blocks blocks = bulletin.plan().blocks();
        BlockFacts known = facts.of(blocks, reader);
        return drawing.page(issue(bulletin.plan(), seen(blocks, known), bulletin.sentAt()), known);
    }

    /**
     * The mail as this person gets it, now.
     *
     * @throws UnknownBulletin when it is not theirs to read
     */
    @Transactional(readOnly = true)
    public DrawnBulletin mail(UUID id, Reader reader) {
        BulletinDetails bulletin = bulletins.find(id, reader).orElseThrow(() -> new UnknownBulletin(id));
        String name = people.find(reader.personId()).map(PersonSummary::name).orElse("");
        return drawn(bulletin.plan(), id, bulletin.sentAt(), reader, name);
    }

    /** The mail as somebody would get it. */
    @Transactional(readOnly = true)
    public DrawnBulletin preview(BulletinPlan plan, Reader as, String name) {
        return drawn(plan, null, null, as, name);
    }

    private DrawnBulletin drawn(
            BulletinPlan plan, @Nullable UUID id, @Nullable Instant sentAt, Reader reader, String name) {
        BlockFacts known = facts.of(plan.blocks(), reader);
        Blocks blocks = seen(plan.blocks(), known);
        Issue issue = issue(plan, blocks, sentAt);
        RecipientMarks.Values values = marks.of(plan, id, name);
        String html = values.inHtml(drawing.html(issue, known));
        return new DrawnBulletin(
                html,
                DarkMail.of(html),
                values.inText(drawing.text(issue, known)),
                plan.blocks().list().size() - blocks.list().size(),
                html.getBytes(StandardCharsets.UTF_8).length);
    }

    /** The issue with the line that says who sends it and which one it is. */
    Issue issue(BulletinPlan plan, Blocks blocks, @Nullable Instant sentAt) {
        Instant when = Optional.ofNullable(sentAt).orElseGet(clock::instant);
        return new Issue(
                plan.subject(), plan.title(), "%s, %s".formatted(TEAM, MONTH.format(when.atZone(Dates.KENT))), blocks);
    }

    private static Blocks seen(Blocks blocks, BlockFacts facts) {
        return blocks.forWhoSees(facts.documents().keySet(), facts.events().keySet());
    }
}
