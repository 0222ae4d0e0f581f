using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Companies;

public sealed class CompanyDraftTests
{
    private static readonly CompanyDefinition Fox = new()
    {
        Id = SimulatedOffice.Fox,
        Name = "Fox Travel",
        Version = "",
        Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber)],
        Employees = [new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [SimulatedOffice.AnnaAtWork])],
    };

    private readonly SimulatedOffice _office = Stored();
    private readonly CompanyDefinition _first;

    public CompanyDraftTests() => _first = Do(v => v.PublishAsync(Fox, null));

    [Fact]
    public void SaveDraftAsync_NewOne_IsThereAfterARestartAndNotInForce()
    {
        var saved = Do(v => v.SaveDraftAsync(Draft("Fox & Owl") with { By = "anna", Text = "# text" }));
        Assert.Equal((1, _first.Version), (saved.Revision, saved.BasedOn));
        _office.KillHost();
        _office.StartHost();
        var kept = Assert.Single(Do(v => v.ListDraftsAsync(Fox.Id)));
        Assert.Equal((saved.Id, "Fox & Owl", "anna", "# text", 1), (kept.Id, kept.Definition.Name, kept.By, kept.Text, kept.Revision));
        Assert.Equal("Fox Travel", _office.Office.Companies.Find(Fox.Id)!.Name);
    }

    [Fact]
    public void SaveDraftAsync_RevisionOfBefore_IsAConflictThatNamesBoth()
    {
        var saved = Do(v => v.SaveDraftAsync(Draft("One")));
        var again = Do(v => v.SaveDraftAsync(saved with { Definition = Fox with { Name = "Two" } }));
        Assert.Equal((saved.Id, 2), (again.Id, again.Revision));
        var conflict = Assert.Throws<DraftConflictException>(() => Do(v => v.SaveDraftAsync(saved with { Definition = Fox with { Name = "Three" } })));
        Assert.Equal((1, 2), (conflict.Expected, conflict.Actual));
        Assert.Equal("Two", Do(v => v.FindDraftAsync(Fox.Id, saved.Id))!.Definition.Name);
    }

    [Fact]
    public void SaveDraftAsync_BasedOnAVersionThatNeverWas_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => Do(v => v.SaveDraftAsync(new CompanyDraft(Fox, "nothing"))));

    [Fact]
    public void ReviewAsync_TellsWhatIsWrongAndWhatChanges()
    {
        var draft = Draft("Fox & Owl");
        draft = draft with { Definition = draft.Definition with { Groups = [new EmployeeGroup(GroupId.Parse("all"), "All", [EmployeeId.Parse("vera")])], Queue = new QueueRules { Strategy = "by-shoe-size" } } };
        var review = Do(v => v.ReviewAsync(draft));
        Assert.Equal(2, review.Problems.Count);
        Assert.Contains("groups[0].members[0]: it names the employee 'vera', whom the company does not have; it has anna", review.Problems);
        Assert.Contains(review.Problems, p => p.Contains("by-shoe-size", StringComparison.Ordinal));
        Assert.Contains("name: Fox Travel → Fox & Owl", review.Changes);
        Assert.False(review.IsOutdated);
        Assert.Empty(Do(v => v.ReviewAsync(Draft("Owl"))).Problems);
    }

    [Fact]
    public void ReviewAsync_SomethingElseWasPublished_IsOutdated()
    {
        var draft = Do(v => v.SaveDraftAsync(Draft("Mine")));
        var theirs = Do(v => v.PublishAsync(Fox with { Name = "Theirs" }, _first.Version));
        var review = Do(v => v.ReviewAsync(draft));
        Assert.True(review.IsOutdated);
        Assert.Equal(theirs.Version, review.InForce);
        Assert.Throws<CompanyConflictException>(() => Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, draft.Revision)));
        var rebased = Do(v => v.SaveDraftAsync(draft with { BasedOn = theirs.Version }));
        Assert.Equal("Mine", Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, rebased.Revision)).Name);
    }

    [Fact]
    public void PublishDraftAsync_IsInForceForNewCallsAndTheDraftIsGone()
    {
        var draft = Do(v => v.SaveDraftAsync(Draft("Fox & Owl")));
        var published = Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, 1));
        Assert.Equal("Fox & Owl", _office.Office.Companies.Find(Fox.Id)!.Name);
        Assert.Equal(published.Version, _office.Office.Companies.Find(Fox.Id)!.Version);
        Assert.Empty(Do(v => v.ListDraftsAsync(Fox.Id)));
        var gone = Assert.Throws<DraftConflictException>(() => Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, 1)));
        Assert.Null(gone.Actual);
    }

    [Fact]
    public void PublishDraftAsync_RevisionOfBefore_IsAConflictAndChangesNothing()
    {
        var draft = Do(v => v.SaveDraftAsync(Draft("One")));
        Do(v => v.SaveDraftAsync(draft with { Definition = Fox with { Name = "Two" } }));
        Assert.Throws<DraftConflictException>(() => Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, draft.Revision)));
        Assert.Equal("Fox Travel", _office.Office.Companies.Find(Fox.Id)!.Name);
    }

    [Fact]
    public void PublishDraftAsync_Wrong_IsRefusedAndKept()
    {
        var draft = Do(v => v.SaveDraftAsync(Draft("Fox") with { Definition = Fox with { Numbers = [] } }));
        var error = Assert.Throws<VirtualOfficeException>(() => Do(v => v.PublishDraftAsync(Fox.Id, draft.Id, 1)));
        Assert.Contains("numbers: there are none", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Do(v => v.FindDraftAsync(Fox.Id, draft.Id)));
    }

    [Fact]
    public void DiscardDraftAsync_IsGone()
    {
        var draft = Do(v => v.SaveDraftAsync(Draft("Fox")));
        Assert.False(Do(v => v.DiscardDraftAsync(CompanyId.Parse("owl"), draft.Id)));
        Assert.True(Do(v => v.DiscardDraftAsync(Fox.Id, draft.Id)));
        Assert.False(Do(v => v.DiscardDraftAsync(Fox.Id, draft.Id)));
        Assert.Null(Do(v => v.FindDraftAsync(Fox.Id, draft.Id)));
    }

    [Fact]
    public void ExplainAtAsync_OfADraft_IsWhatItWouldBeAndWhatIsInForceStays()
    {
        var at = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
        var caller = CallerId.Clean("79215550101", null);
        var draft = Draft("Fox") with { Definition = Fox with { HoursExceptions = [new HoursException("Inventory", DateOnly.MinValue, DateOnly.MaxValue, []) { Weekday = WeekdayOfMonth.Parse("last fri") }] } };
        Assert.Contains("'Inventory'", _office.World.Run(() => _office.Office.Calls.ExplainAtAsync(draft.Definition, at, caller)).Hours.Rule, StringComparison.Ordinal);
        Assert.True(_office.World.Run(() => _office.Office.Calls.ExplainAtAsync(Fox.Id, at, caller))!.Hours.IsOpen);
    }

    private CompanyDraft Draft(string name) => new(Fox with { Name = name }, _first.Version);

    private T Do<T>(Func<ICompanyVersions, Task<T>> work) => _office.World.Run(() => work(_office.Office.CompanyVersions));

    private static SimulatedOffice Stored()
    {
        var op = new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox]);
        var office = new SimulatedOffice(definition: new OfficeDefinition([], [op])) { Compose = o => o.AddStoredCompanies() };
        office.StartHost();
        return office;
    }
}
