package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what a person types into a form until it is saved, in their browser, so that it survives a phone that sleeps, a lost
 * connection and an ended session, and is there again after signing in. Nothing reaches the server before the person acts.
 * Only named fields are kept; never name one that holds something sensitive.
 */
@Tag("span")
@JavaScript("context://scripts/keep-typed.js")
public class KeepTyped extends Component {

    private final String form;
    private final Map<String, Component> watched = new LinkedHashMap<>();
    private final Map<String, Choice<?>> choices = new LinkedHashMap<>();
    private @Nullable Supplier<Map<String, Component>> named;
    private Consumer<Set<String>> makeRoom = names -> {};
    private boolean restored;

    private record Choice<T>(HasValue<?, T> field, Function<T, String> write, Function<String, @Nullable T> read) {

        boolean restore(String text, boolean over) {
            T value = read.apply(text);
            if (value == null || value.equals(field.getValue()) || (!over && !field.isEmpty())) {
                return false;
            }
            field.setValue(value);
            return true;
        }
    }

    private final boolean over;
    /** Kept past the end of the form: what is saved may lead to another page first. */
    private @Nullable UI shownOn;

    private KeepTyped(String form, boolean over) {
        this.form = form;
        this.over = over;
        getElement().setAttribute("hidden", true);
    }

    /**
     * Keeps text, date and tick fields. Call it when the view is built; fields that hold something by then are left as they
     * are.
     *
     * @param form names the form, with the id of what is edited if there is one, for example {@code document-<id>}
     */
    public static KeepTyped keep(Component view, String form, Component... fields) {
        return keep(view, new KeepTyped(form, false), fields);
    }

    /**
     * The same for a form that begins with what is known: what was typed stands in its place again. Let the name of the form
     * change with what is known, so that nothing is put over what somebody else has saved meanwhile.
     */
    public static KeepTyped keepOver(Component view, String form, Component... fields) {
        return keep(view, new KeepTyped(form, true), fields);
    }

    private static KeepTyped keep(Component view, KeepTyped kept, Component... fields) {
        for (Component field : fields) {
            if (field instanceof PasswordField) {
                throw new IllegalArgumentException("A password is never kept");
            }
            kept.watched.put("f" + kept.watched.size(), field);
        }
        view.getElement().appendChild(kept.getElement());
        return kept;
    }

    /**
     * The same for a form whose fields come and go: it names them itself, for example {@code s0.title}, and makes as many parts
     * as the names that were kept tell of. Call {@link #rearranged} whenever parts were added, moved or taken out.
     *
     * @param fields by their names, as they stand at this moment
     * @param makeRoom gets the names that were kept, before they are filled in
     */
    public static KeepTyped keepParts(
            Component view, String form, Supplier<Map<String, Component>> fields, Consumer<Set<String>> makeRoom) {
        KeepTyped kept = keep(view, form);
        kept.named = fields;
        kept.makeRoom = makeRoom;
        return kept;
    }

    /** What was kept is kept anew, under the names that the fields have now. */
    public void rearranged() {
        if (shownOn != null && restored && named != null) {
            Map<String, Component> now = named.get();
            getElement().executeJs("window.portalKeep.empty($0)", key());
            now.forEach((name, field) ->
                    field.getElement().executeJs("window.portalKeep.watch(this, $0, $1, true)", key(), name));
        }
    }

    /** Keeps a choice too: a Select, radio buttons, a set of ticks. {@code read} may answer null for what no longer exists. */
    public <T> KeepTyped choice(HasValue<?, T> field, Function<T, String> write, Function<String, @Nullable T> read) {
        String name = "c" + choices.size();
        choices.put(name, new Choice<>(field, write, read));
        field.addValueChangeListener(event -> getElement()
                .executeJs(
                        "window.portalKeep.put($0, $1, $2)",
                        key(),
                        name,
                        field.isEmpty() ? "" : write.apply(event.getValue())));
        return this;
    }

    /** Forgets what was kept, once it is saved or the person gives it up. */
    public void forget() {
        if (shownOn != null) {
            forget(shownOn, form);
        }
    }

    /** The same, from where there is only the name of the form. */
    public static void forget(UI ui, String form) {
        ui.getPage().executeJs("window.portalKeep && window.portalKeep.forget($0)", key(ui, form));
    }

    /** Whose words are kept on this page from now on; the shell calls it when it knows who is signed in. */
    public static void owner(UI ui, UUID person) {
        ComponentUtil.setData(ui, KeepTyped.class.getName(), person.toString());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        shownOn = event.getUI();
        Object owner = ComponentUtil.getData(event.getUI(), KeepTyped.class.getName());
        if (owner != null) {
            // What somebody else left on this machine goes
            getElement().executeJs("window.portalKeep.signedIn($0)", owner.toString());
        }
        getElement().executeJs("return window.portalKeep.read($0)", key()).then(this::restore);
        fields().forEach((name, field) ->
                field.getElement().executeJs("window.portalKeep.watch(this, $0, $1)", key(), name));
    }

    private Map<String, Component> fields() {
        return named == null ? watched : named.get();
    }

    private void restore(JsonNode kept) {
        boolean some = false;
        if (!kept.properties().isEmpty()) {
            makeRoom.accept(kept.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        }
        Map<String, Component> fields = fields();
        for (Map.Entry<String, JsonNode> entry : kept.properties()) {
            Component field = fields.get(entry.getKey());
            Choice<?> choice = choices.get(entry.getKey());
            if (field != null) {
                some |= restoreIfWhole(field, entry.getValue());
            } else if (choice != null) {
                some |= choice.restore(entry.getValue().asString(), over);
            }
        }
        restored = true;
        if (some) {
            rearranged();
            getUI().ifPresent(ui -> Notices.on(ui).say("We kept what you typed here earlier."));
        }
    }

    /** What was half a date or a time when the page went is left out. */
    private boolean restoreIfWhole(Component component, JsonNode value) {
        try {
            return restore(component, value);
        } catch (DateTimeException | NumberFormatException half) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // the kind of value is asked for before each cast
    private boolean restore(Component component, JsonNode value) {
        if (!(component instanceof HasValue<?, ?> field) || (!over && !field.isEmpty())) {
            return false;
        }
        Object empty = field.getEmptyValue();
        if (component instanceof IntegerField number) {
            number.setValue(Integer.valueOf(value.asString()));
        } else if (component instanceof TimePicker time) {
            time.setValue(LocalTime.parse(value.asString()));
        } else if (empty instanceof String) {
            ((HasValue<?, String>) field).setValue(value.asString());
        } else if (empty instanceof Boolean) {
            ((HasValue<?, Boolean>) field).setValue(value.asBoolean());
        } else {
            ((HasValue<?, LocalDate>) field).setValue(LocalDate.parse(value.asString()));
        }
        return true;
    }

    private String key() {
        return key(getUI().orElseThrow(), form);
    }

    private static String key(UI ui, String form) {
        Object owner = ComponentUtil.getData(ui, KeepTyped.class.getName());
        return (owner == null ? "anyone" : owner) + ":" + form;
    }
}
