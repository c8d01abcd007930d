package org.safercommunities.portal.agencies.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the Information Sharing Agreement: which version is in force, and which agency signed it until when. */
@Service
public class SharingAgreements {

    private final SharingRows rows;
    private final Agencies agencies;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final int longestNotice;

    SharingAgreements(
            SharingRows rows,
            Agencies agencies,
            ApplicationEventPublisher messages,
            Clock clock,
            @Value("${portal.sharing.notice-days}") List<Integer> days) {
        this.rows = rows;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
        this.longestNotice = days.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    public List<AgreementVersion> versions(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.versions();
    }

    public List<Signature> signatures(String agency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.signatures(agency);
    }

    public Standing standing(String agency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return new Standing(rows.versions(), rows.signatures(agency));
    }

    /** How every agency stands, by slug; two statements, however many there are. */
    public Map<String, Standing> standings(Reader by) {
        NotAllowed.unlessAdministrator(by);
        List<AgreementVersion> versions = rows.versions();
        Map<String, List<Signature>> signatures = rows.signatures();
        Map<String, Standing> standings = new HashMap<>();
        agencies.all()
                .forEach(agency -> standings.put(
                        agency.slug(), new Standing(versions, signatures.getOrDefault(agency.slug(), List.of()))));
        return standings;
    }

    /** A version that agencies can sign from now on. It counts only once it is put in force. */
    @Transactional
    public void addVersion(String version, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String name = version.strip();
        if (name.isEmpty() || name.length() > 40) {
            throw new InvalidEntry("version", "Enter what the version is called, at most 40 characters");
        }
        if (rows.versions().stream().anyMatch(one -> one.version().equalsIgnoreCase(name))) {
            throw new InvalidEntry("version", "There is a version of this name already");
        }
        rows.add(name, clock.instant());
        tell("sharing-agreement:" + name, "version-added", Map.of("version", name), by);
    }

    /**
     * From the beginning of that day the version is what counts. As long as agencies have not signed it the day must leave time for
     * every notice.
     */
    @Transactional
    public void putInForce(String version, LocalDate from, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AgreementVersion known = known(version);
        Instant now = clock.instant();
        if (known.from() != null && !known.from().isAfter(now)) {
            throw new InvalidEntry("version", "%s is in force already".formatted(version));
        }
        LocalDate soonest = Dates.today(clock).plusDays(longestNotice);
        long unsigned = unsigned(version);
        if (unsigned > 0 && from.isBefore(soonest)) {
            throw new InvalidEntry(
                    "from",
                    "%s have not signed it. Choose %s or later, so that they are told in time"
                            .formatted(unsigned == 1 ? "One agency" : unsigned + " agencies", Dates.full(soonest)));
        }
        Instant moment = from.atStartOfDay(Dates.KENT).toInstant();
        rows.inForceFrom(version, moment);
        tell("sharing-agreement:" + version, "put-in-force", Map.of("version", version, "from", from.toString()), by);
    }

    /**
     * @param until the last day on which it holds; null when it has no end
     */
    @Transactional
    public void sign(
            String agency, String version, LocalDate on, String signedBy, @Nullable LocalDate until, Reader by) {
        NotAllowed.unlessAdministrator(by);
        known(version);
        if (agencies.find(agency).isEmpty()) {
            throw new InvalidEntry("agency", "There is no such agency");
        }
        if (on.isAfter(Dates.today(clock))) {
            throw new InvalidEntry("signedOn", "Enter the day on which it was signed, not one to come");
        }
        String signatory = signedBy.strip();
        if (signatory.isEmpty() || signatory.length() > 160) {
            throw new InvalidEntry("signedBy", "Enter who signed it for the agency, at most 160 characters");
        }
        if (until != null && until.isBefore(on)) {
            throw new InvalidEntry("validUntil", "Enter a day after the one on which it was signed, or leave it empty");
        }
        Instant end = until == null
                ? null
                : until.plusDays(1).atStartOfDay(Dates.KENT).toInstant();
        rows.add(new Signature(UUID.randomUUID(), agency, version, on, signatory, end), clock.instant());
        tell(
                "agency:" + agency,
                "signed",
                Map.of("version", version, "on", on.toString(), "until", until == null ? "" : until.toString()),
                by);
    }

    /** For a signature that was recorded by mistake. */
    @Transactional
    public void takeBack(String agency, UUID signature, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (!rows.takeBack(signature, agency, clock.instant())) {
            throw new InvalidEntry("signature", "There is no such signature");
        }
        tell("agency:" + agency, "signature-taken-back", Map.of(), by);
    }

    private long unsigned(String version) {
        Map<String, List<Signature>> signatures = rows.signatures();
        Instant now = clock.instant();
        return agencies.all().stream()
                .filter(AgencySummary::active)
                .filter(agency -> signatures.getOrDefault(agency.slug(), List.of()).stream()
                        .noneMatch(one -> one.version().equals(version) && one.holdsAt(now)))
                .count();
    }

    private AgreementVersion known(String version) {
        return rows.versions().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new InvalidEntry("version", "There is no such version of the agreement"));
    }

    private void tell(String subject, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new SharingChanged(subject, what, details, by.actor()));
    }
}
