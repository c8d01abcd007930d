package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Talk;

/** One item of a session's programme. */
class EventEditTalk extends Div {

    private final TextField title = new TextField("What");
    private final TextField speaker = new TextField("Who speaks");
    private final IntegerField minutes = new IntegerField("Minutes");
    private final TextArea summary = new TextArea("Summary");

    EventEditTalk() {
        addClassName("sc-event-line");
        title.addClassName("sc-grows");
        speaker.addClassName("sc-grows");
        minutes.addClassName("sc-number");
        title.setMaxLength(250);
        speaker.setMaxLength(250);
        summary.setMaxLength(2000);
        summary.addClassName("sc-whole-line");
        add(title, speaker, minutes, summary);
    }

    static EventEditTalk of(Talk talk) {
        EventEditTalk line = new EventEditTalk();
        line.title.setValue(talk.title());
        line.speaker.setValue(talk.speaker());
        line.minutes.setValue(talk.minutes());
        line.summary.setValue(talk.summary());
        return line;
    }

    /** By the names under which the form keeps what is typed. */
    Map<String, Component> fields() {
        return Map.of("what", title, "who", speaker, "minutes", minutes, "summary", summary);
    }

    @Nullable
    Talk talk(EventEditFaults faults) {
        return faults.part(
                () -> new Talk(title.getValue(), speaker.getValue(), minutes.getValue(), summary.getValue()),
                Map.of(),
                title);
    }
}
