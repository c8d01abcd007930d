package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;

/** Bulletins as editors write them, and what the portal says of what is in them. */
final class SampleIssues {

    static final String PORTAL = "https://portal.example";

    static final UUID GUIDANCE = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000001");
    static final UUID PACK = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000002");
    static final UUID CONFERENCE = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000003");
    static final UUID STREET = UUID.fromString("0a1b2c3d-0000-4000-8000-000000000004");

    static final BlockFacts FACTS = new BlockFacts(
            Map.of(
                    GUIDANCE,
                    new DocumentFacts(
                            "Home visits where cuckooing is suspected",
                            "/library/" + GUIDANCE,
                            "Guidance, PDF, 14 pages",
                            true,
                            true),
                    PACK,
                    new DocumentFacts(
                            "16 Days of Action 2026: campaign pack",
                            "/library/" + PACK,
                            "Campaign, ZIP file",
                            false,
                            true)),
            Map.of(
                    CONFERENCE,
                    new EventFacts(
                            "County conference 2026: safer streets, safer homes",
                            "/events/" + CONFERENCE,
                            LocalDate.of(2026, 12, 10),
                            "Thursday 10 December 2026, 9.30am to 4pm",
                            List.of("Oast Hall, Maidstone: full, waiting list open", "Online: 38 of 100 places left"),
                            EventFacts.Step.BOOK)),
            Map.of(STREET, new PictureFacts("/bulletins/pictures/" + STREET, 1072)));

    private SampleIssues() {}

    /** The one of the reference picture. */
    static Issue december() {
        return new Issue(
                "Safer Communities, December: places free, new guidance, 16 days",
                "Places free, new guidance, 16 days",
                "Kent Community Safety Team, December 2026",
                Blocks.of(
                        new Block.Text("intro", """
                                the county conference is **nearly full in the room**, and 38 online places are free. This month also
                                brings new guidance on home visits and the pack for the 16 Days of Action.
                                """, ""),
                        new Block.Contents("contents"),
                        new Block.Heading("event", "Event", 2),
                        new Block.Event("conference", CONFERENCE, ""),
                        new Block.Divider("line1"),
                        new Block.Heading("library", "New in the library", 2),
                        new Block.Document("guidance", GUIDANCE, ""),
                        new Block.Document(
                                "pack", PACK, "Posters, social media pictures and a short film with captions."),
                        new Block.Divider("line2"),
                        new Block.Heading("view", "Your view", 2),
                        new Block.Link(
                                "consultation",
                                "https://consultations.example/parking?a=1&b=2",
                                "Read the draft and comment",
                                "How could parking near schools be made safer? Comments are open until Friday 18 December 2026.")));
    }

    /** Everything that there is. */
    static Issue everything() {
        Blocks blocks = december().blocks();
        for (Block block : List.of(
                new Block.Divider("line3"),
                new Block.Heading("partners", "From our partners", 2),
                new Block.Heading("dover", "Lighting along the seafront", 3),
                new Block.Image("street", STREET, "A lit path along the sea, with two people walking a dog", false, ""),
                new Block.Text("lamps", """
                        Forty lamps were mended in *three weeks*. What helped:

                        - residents who reported **every** dark spot
                        - one list, kept by [the council’s wardens](/library?q=wardens)
                        - a walk after dark, each Thursday

                        ## What comes next

                        1. The station road
                        2. The car park behind the market

                        > We feel seen, in both senses.
                        """, "Dover District Council"),
                new Block.Quote(
                        "quote", "I cross the square again in the evening.\n\nThat is new.", "A resident of Swale"),
                new Block.Button("tell", "/events", "See all events"),
                new Block.Heading("later", "Later this year", 2),
                new Block.SaveTheDate(
                        "spring", "Spring seminar on safe travel", LocalDate.of(2027, 3, 18), "Ashford"))) {
            blocks = blocks.with(block);
        }
        return december().with(blocks);
    }
}
