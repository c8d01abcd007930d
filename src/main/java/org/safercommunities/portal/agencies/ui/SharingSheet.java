package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.sharing.AgreementVersion;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.agencies.sharing.Signature;
import org.safercommunities.portal.agencies.sharing.Standing;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Stack;

/** What an agency has signed of the Information Sharing Agreement, and what follows from it. */
class SharingSheet extends Sheet {

    private final String agency;
    private final SharingAgreements agreements;
    private final CurrentReader reader;
    private final Runnable again;
    private final EntryForm entry = new EntryForm(this);

    SharingSheet(String agency, SharingAgreements agreements, CurrentReader reader, Runnable again) {
        this.agency = agency;
        this.agreements = agreements;
        this.reader = reader;
        this.again = again;
        List<AgreementVersion> versions = agreements.versions(reader.get());
        Standing standing = agreements.standing(agency, reader.get());
        Stack body = new Stack(state(standing));
        add(new H2("Information Sharing Agreement"), body);
        if (!standing.signatures().isEmpty()) {
            body.add(new Rows(standing.signatures().stream().map(this::row).toList()));
        }
        if (versions.isEmpty()) {
            body.add(new Paragraph(
                    "There is no version to sign yet. Add one under Administration, Information sharing."));
        } else {
            Details record = new Details("Record a signature", form(versions));
            record.addClassName("sc-steps");
            body.add(record);
        }
    }

    /** Where an agency stands, in a callout. */
    static Callout state(Standing standing) {
        Instant now = Instant.now();
        if (standing.versionAt(now).isEmpty()) {
            return Callout.info(
                    "No version is in force yet.", "So nothing is withheld from anybody for want of a signature.");
        }
        if (!standing.holdsAt(now)) {
            return Callout.bad(
                    "Not signed.",
                    "Its people are given nothing that is OFFICIAL-SENSITIVE until version %s is signed."
                            .formatted(standing.versionAt(now).orElseThrow()));
        }
        return standing.lapse(now)
                .map(lapse -> lapse.isBefore(now.plus(Duration.ofDays(31)))
                        ? Callout.warn("It lapses soon.", lapses(lapse))
                        : Callout.good("Signed.", lapses(lapse)))
                .orElseGet(() -> Callout.good("Signed.", "Nothing that is known ends it."));
    }

    private static String lapses(Instant lapse) {
        return "It holds until the end of %s.".formatted(Dates.full(lapse.minusSeconds(1)));
    }

    private Row row(Signature signature) {
        Instant until = signature.until();
        return Row.titled("Version " + signature.version())
                .facts(
                        "Signed on " + Dates.brief(signature.on()),
                        "by " + signature.by(),
                        until == null ? "without an end" : "until " + Dates.brief(until.minusSeconds(1)))
                .action(new QuietButton(
                        "Take back",
                        () -> ConfirmQuestion.askDanger(
                                "Take back this signature?",
                                "For one that was recorded by mistake. If it is the one that counts, the agency’s people"
                                        + " lose what is OFFICIAL-SENSITIVE at once.",
                                "Take back",
                                () -> after(
                                        "It is taken back.",
                                        () -> agreements.takeBack(agency, signature.id(), reader.get())))));
    }

    private FormColumn form(List<AgreementVersion> versions) {
        Select<String> version = new Select<>();
        version.setLabel("Version");
        version.setItems(versions.stream().map(AgreementVersion::version).toList());
        version.setValue(versions.getFirst().version());
        DatePicker on = new DatePicker("Signed on");
        on.setRequiredIndicatorVisible(true);
        TextField by = new TextField("Signed by");
        by.setRequiredIndicatorVisible(true);
        by.setMaxLength(160);
        by.setHelperText("Name and office of whoever signed for the agency.");
        DatePicker until = new DatePicker("Valid until");
        until.setHelperText("The last day on which it holds. Leave it empty when it has no end.");
        EntryForm form = new EntryForm(this)
                .field("version", version)
                .field("signedOn", on)
                .field("signedBy", by)
                .field("validUntil", until);
        return new FormColumn(version, on, by, until, new Buttons(new SecondaryButton("Record it", () -> {
            if (form.attempt(
                    "The signature is recorded.",
                    () -> agreements.sign(
                            agency,
                            Objects.requireNonNullElse(version.getValue(), ""),
                            dayOf(on),
                            by.getValue(),
                            until.getValue(),
                            reader.get()))) {
                again.run();
            }
        })));
    }

    private static LocalDate dayOf(DatePicker field) {
        LocalDate day = field.getValue();
        if (day == null) {
            throw new InvalidEntry("signedOn", "Enter the day on which it was signed");
        }
        return day;
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            again.run();
        }
    }
}
