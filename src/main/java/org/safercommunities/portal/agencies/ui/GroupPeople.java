package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Capacity;
import org.safercommunities.portal.agencies.GroupPlace;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.StateChip;

/** Who is in a group, each member followed by those who stand in for them; then who is to come, and who was. */
class GroupPeople extends Div {

    /** What a place allows an administrator to do. */
    interface Actions {
        void change(PersonSummary person, GroupPlace place);

        void takeOut(PersonSummary person);
    }

    private final Map<UUID, PersonSummary> people;
    private final Map<String, String> agencies;
    private final Actions actions;
    private final LocalDate today;

    GroupPeople(
            List<GroupPlace> places,
            List<PersonSummary> people,
            Map<String, String> agencies,
            LocalDate today,
            Consumer<PageSection> adding,
            Actions actions) {
        this.people = people.stream().collect(Collectors.toMap(PersonSummary::id, Function.identity()));
        this.agencies = agencies;
        this.today = today;
        this.actions = actions;
        List<GroupPlace> now = places.stream().filter(this::isNow).toList();
        PageSection section = new PageSection(heading(now));
        adding.accept(section);
        section.add(now.isEmpty() ? new Paragraph("Nobody is in this group yet.") : rows(inOrder(now)));
        add(section);
        others("To come", places.stream().filter(place -> place.begins(today)).toList());
        others("Earlier", places.stream().filter(place -> place.isOver(today)).toList());
    }

    /** Those for whom somebody could stand in. */
    static List<PersonSummary> members(List<GroupPlace> places, List<PersonSummary> people, UUID but) {
        return people.stream()
                .filter(person -> !person.id().equals(but))
                .filter(person -> places.stream()
                        .anyMatch(
                                place -> place.person().equals(person.id()) && place.capacity() != Capacity.SUBSTITUTE))
                .toList();
    }

    private boolean isNow(GroupPlace place) {
        return !place.begins(today) && !place.isOver(today);
    }

    private static String heading(List<GroupPlace> now) {
        long substitutes = now.stream()
                .filter(place -> place.capacity() == Capacity.SUBSTITUTE)
                .count();
        long members = now.size() - substitutes;
        String first = members == 1 ? "1 member" : members + " members";
        return substitutes == 0
                ? first
                : first + (substitutes == 1 ? ", 1 substitute" : ", %d substitutes".formatted(substitutes));
    }

    private void others(String heading, List<GroupPlace> places) {
        if (!places.isEmpty()) {
            PageSection section = new PageSection(heading);
            section.add(rows(inOrder(places)));
            add(section);
        }
    }

    private List<GroupPlace> inOrder(List<GroupPlace> places) {
        Comparator<GroupPlace> order = Comparator.<GroupPlace, Capacity>comparing(GroupPlace::capacity)
                .thenComparing(place -> name(place.person()), String.CASE_INSENSITIVE_ORDER);
        List<GroupPlace> sorted = places.stream().sorted(order).toList();
        List<GroupPlace> all = new ArrayList<>();
        for (GroupPlace member : sorted) {
            if (member.capacity() != Capacity.SUBSTITUTE) {
                all.add(member);
                sorted.stream()
                        .filter(place -> Objects.equals(place.substituteFor(), member.person()))
                        .forEach(all::add);
            }
        }
        sorted.stream().filter(place -> !all.contains(place)).forEach(all::add);
        return all;
    }

    private Rows rows(List<GroupPlace> places) {
        return new Rows(places.stream()
                .filter(place -> people.containsKey(place.person()))
                .map(this::row)
                .toList());
    }

    private Row row(GroupPlace place) {
        PersonSummary person = Objects.requireNonNull(people.get(place.person()));
        List<Component> chips = new ArrayList<>(List.of(PersonRows.chips(person)));
        if (place.capacity() == Capacity.CHAIR) {
            chips.addFirst(StateChip.info(Icon.USER_CHECK, "Chair"));
        }
        Row row = Row.linked(person.name(), "admin/people/" + person.id())
                .icon(Icon.USER)
                .facts(as(place), agencies.getOrDefault(person.agency(), person.agency()), time(place))
                .chips(chips.toArray(Component[]::new));
        return row.lowAction(
                QuietButton.icon(
                        Icon.PENCIL,
                        "Change the place of %s in the group".formatted(person.name()),
                        () -> actions.change(person, place)),
                QuietButton.icon(
                        Icon.X, "Take %s out of the group".formatted(person.name()), () -> actions.takeOut(person)));
    }

    private String as(GroupPlace place) {
        UUID member = place.substituteFor();
        return member == null ? "" : "Stands in for " + name(member);
    }

    private String time(GroupPlace place) {
        LocalDate from = place.from();
        LocalDate until = place.until();
        if (until != null) {
            return (place.isOver(today) ? "Was in it until " : "Until ") + Dates.brief(until);
        }
        return from == null ? "" : (place.begins(today) ? "From " : "Since ") + Dates.brief(from);
    }

    private String name(UUID person) {
        PersonSummary known = people.get(person);
        return known == null ? "somebody who has left" : known.name();
    }
}
