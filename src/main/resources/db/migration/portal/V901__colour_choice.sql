-- Light or dark, for those who do not want it as their device has it. Kept here rather than in the browser, so that it goes
-- along to every device and the first paint of a page is right already.
CREATE TABLE colour_choice (
    person_id UUID        NOT NULL PRIMARY KEY,
    scheme    VARCHAR(10) NOT NULL,
    CONSTRAINT colour_choice_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
