package org.safercommunities.portal.demo;

import java.util.Set;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.directory.Directory;
import org.safercommunities.portal.directory.DirectoryEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What some people of the demonstration say of themselves. The numbers are of those that nobody has. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoDirectory {

    private final DemoSeed seed;
    private final Directory directory;
    private final PersonList people;
    private final Readers readers;

    DemoDirectory(DemoSeed seed, Directory directory, PersonList people, Readers readers) {
        this.seed = seed;
        this.directory = directory;
        this.people = people;
        this.readers = readers;
    }

    void putIn() {
        says(
                "editor@kcst.example",
                "Communications officer",
                "01632 960 101",
                "Bulletins and the library. At work from Monday to Thursday.",
                "early-intervention-prevention-and-education");
        says(
                "reviewer@kcst.example",
                "Learning lead",
                "01632 960 102",
                "Seminars on what reviews have taught us.",
                "domestic-abuse",
                "safeguarding-vulnerable-people");
        says("coordinator@thanet.example", "Community safety manager", "01632 960 118", "", "anti-social-behaviour");
        says(
                "practitioner@dover.example",
                "Housing officer",
                "",
                "Home visits where others have taken a home over.",
                "substance-misuse");
        says(
                "officer@kentpolice.example",
                "Neighbourhood sergeant",
                "01632 960 140 ext 12",
                "",
                "serious-violence-and-organised-crime",
                "preventing-extremism-and-hate");
    }

    private void says(String email, String job, String phone, String about, String... leads) {
        seed.once(
                "directory:" + email,
                () -> people.findByEmail(email)
                        .flatMap(person -> readers.of(person.id()))
                        .ifPresent(person ->
                                directory.keep(new DirectoryEntry(true, job, phone, about, Set.of(leads)), person)));
    }
}
