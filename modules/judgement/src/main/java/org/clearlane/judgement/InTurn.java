package org.clearlane.judgement;

import java.io.IOException;
import java.util.List;

/** Lets two listeners hear one judgement, the first one first. */
record InTurn(JudgementListener first, JudgementListener second) implements JudgementListener {

    @Override
    public boolean wantsClaims() {
        return first.wantsClaims() || second.wantsClaims();
    }

    @Override
    public void interchangeOpened(InterchangeFacts interchange) throws IOException {
        first.interchangeOpened(interchange);
        second.interchangeOpened(interchange);
    }

    @Override
    public void groupOpened(GroupFacts group) throws IOException {
        first.groupOpened(group);
        second.groupOpened(group);
    }

    @Override
    public void setOpened(SetFacts set) throws IOException {
        first.setOpened(set);
        second.setOpened(set);
    }

    @Override
    public void claims(List<JudgedClaim> slice) throws IOException {
        first.claims(slice);
        second.claims(slice);
    }

    @Override
    public void setClosed(SetVerdict set) throws IOException {
        first.setClosed(set);
        second.setClosed(set);
    }

    @Override
    public void groupClosed(GroupVerdict group) throws IOException {
        first.groupClosed(group);
        second.groupClosed(group);
    }

    @Override
    public void interchangeClosed(InterchangeVerdict interchange) throws IOException {
        first.interchangeClosed(interchange);
        second.interchangeClosed(interchange);
    }

    @Override
    public void nothingFound() throws IOException {
        first.nothingFound();
        second.nothingFound();
    }
}
