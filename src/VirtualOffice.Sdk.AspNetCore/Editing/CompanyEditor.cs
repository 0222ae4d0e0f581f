using VirtualOffice.Sdk.AspNetCore.Corner;
using VirtualOffice.Sdk.AspNetCore.Editing.Forms;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Editing;

/// <summary>Versions and drafts of one company, as documents, for one person.</summary>
internal sealed class CompanyEditor(IVirtualOffice office, ICompanyDocuments? documents, CompanyId company, TimeProvider clock, bool isClient, string? who)
{
    private ICompanyVersions Versions => office.CompanyVersions;

    private ICompanyDocuments Documents => documents ?? throw new KeyNotFoundException("This office does not edit documents; the host adds AddCompanyDocuments().");

    public async Task<IReadOnlyList<VersionView>> ListVersionsAsync(CancellationToken cancellationToken)
    {
        RequireInForce();
        var publications = await Versions.ListAsync(company, 50, cancellationToken);
        return [.. publications.Select((p, i) => new VersionView(p.Version, p.At, i == 0))];
    }

    public DocumentView Document()
    {
        var inForce = RequireInForce();
        return new DocumentView(inForce.Version, Documents.Write(inForce));
    }

    public async Task<DocumentView> FindVersionAsync(string version, CancellationToken cancellationToken) =>
        new(version, Documents.Write(await RequireVersionAsync(version, cancellationToken)));

    /// <summary>What was changed from a version to another, in words; to the one in force by default.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(string version, string? to, CancellationToken cancellationToken)
    {
        var before = await RequireVersionAsync(version, cancellationToken);
        return Versions.Diff(before, to is null ? RequireInForce() : await RequireVersionAsync(to, cancellationToken));
    }

    public async Task<VersionView> RestoreAsync(string version, RevisionRequest request, CancellationToken cancellationToken)
    {
        var earlier = await RequireVersionAsync(version, cancellationToken);
        RefuseBeyondLimits(RequireInForce(), earlier);
        var restored = await Versions.RollBackAsync(company, version, request.BasedOn ?? "", cancellationToken);
        return new VersionView(restored.Version, clock.GetUtcNow(), IsInForce: true);
    }

    public async Task<ReviewView> ReviewAsync(DocumentRequest request, CancellationToken cancellationToken)
    {
        var reading = Documents.Read(request.RequireText());
        List<ProblemView> problems = [.. reading.Problems.Select(ProblemView.Of)];
        if (reading.Company is not { } definition)
        {
            var inForce = RequireInForce().Version;
            return new ReviewView(inForce, inForce != request.BasedOn, CanPublish: false, problems, []);
        }

        return await ReviewAsync(new CompanyDraft(definition, request.BasedOn), problems, cancellationToken);
    }

    public async Task<ReviewView> ReviewAsync(string draft, CancellationToken cancellationToken) => await ReviewAsync(await RequireDraftAsync(draft, cancellationToken), [], cancellationToken);

    public async Task<ExplanationView> ExplainAsync(DocumentRequest request, CancellationToken cancellationToken) =>
        await ExplainAsync(Read(request), request.At, request.Caller, cancellationToken);

    public async Task<ExplanationView> ExplainAsync(string draft, DateTimeOffset? at, string? caller, CancellationToken cancellationToken) =>
        await ExplainAsync((await RequireDraftAsync(draft, cancellationToken)).Definition, at, caller, cancellationToken);

    /// <summary>A document as a form, with what a company's own people may change.</summary>
    public FormView Form(DocumentRequest request)
    {
        var definition = Read(request);
        return FormFiller.Fill(definition, office.Messages.ExampleFor(definition).MergeFields);
    }

    /// <summary>A document as a form wants it: what the form does not change stands there as it stood.</summary>
    public DocumentView ReadForm(FormRequest request)
    {
        var before = Read(new DocumentRequest(request.Text, null, 0, null, null));
        var revision = Documents.Revise(request.Text!, ReaderOf(before).Read(request.RequireForm()));
        return new DocumentView(before.Version, revision.Text) { LostRemarks = revision.LostRemarks };
    }

    /// <summary>A message that was made up, as those of the company would read.</summary>
    public MessageTextView MessageText(MessageTextRequest request)
    {
        var definition = Read(new DocumentRequest(request.RequireText(), null, 0, null, null));
        var message = office.Messages.ExampleFor(request.MessageText is { } text ? definition with { MessageTemplate = ReaderOf(definition).Read(text) } : definition).Message;
        return new MessageTextView(message.Subject, message.Text);
    }

    public async Task<IReadOnlyList<DraftView>> ListDraftsAsync(CancellationToken cancellationToken) =>
        [.. (await Versions.ListDraftsAsync(company, cancellationToken)).Select(d => DraftView.Of(d, Documents))];

    public async Task<DraftView> FindDraftAsync(string draft, CancellationToken cancellationToken) => DraftView.Of(await RequireDraftAsync(draft, cancellationToken), Documents);

    public async Task<DraftView> SaveAsync(DraftId? id, DocumentRequest request, CancellationToken cancellationToken)
    {
        var basedOn = request.RequireBasedOn();
        var definition = Read(request);
        RefuseBeyondLimits(await RequireVersionAsync(basedOn, cancellationToken), definition);
        var draft = new CompanyDraft(definition, basedOn) { Id = id ?? default, Revision = id is null ? 0 : Math.Max(request.Revision, 1), By = who, Text = request.Text };
        return DraftView.Of(await Versions.SaveDraftAsync(draft, cancellationToken), Documents);
    }

    public async Task<VersionView> PublishAsync(string draft, RevisionRequest request, CancellationToken cancellationToken)
    {
        var found = await RequireDraftAsync(draft, cancellationToken);
        RefuseBeyondLimits(RequireInForce(), found.Definition);
        var published = await Versions.PublishDraftAsync(company, found.Id, request.Revision, cancellationToken);
        return new VersionView(published.Version, clock.GetUtcNow(), IsInForce: true);
    }

    public async Task DiscardAsync(string draft, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(draft, out var id) || !await Versions.DiscardDraftAsync(company, id, cancellationToken))
        {
            throw UnknownDraft(draft);
        }
    }

    public async Task<CompanyDraft> RequireDraftAsync(string draft, CancellationToken cancellationToken) =>
        DraftId.TryParse(draft, out var id) && await Versions.FindDraftAsync(company, id, cancellationToken) is { } found ? found : throw UnknownDraft(draft);

    private async Task<ReviewView> ReviewAsync(CompanyDraft draft, List<ProblemView> problems, CancellationToken cancellationToken)
    {
        var inForce = RequireInForce();
        problems.AddRange(OfAnother(draft.Definition));
        var review = await Versions.ReviewAsync(draft with { Definition = draft.Definition with { Id = company } }, cancellationToken);
        problems.AddRange(review.Problems.Select(ProblemView.Of));
        problems.AddRange(BeyondLimits(inForce, draft.Definition));
        return new ReviewView(review.InForce, review.IsOutdated, !review.IsOutdated && problems.TrueForAll(p => p.IsWarning), problems, review.Changes);
    }

    private async Task<ExplanationView> ExplainAsync(CompanyDefinition definition, DateTimeOffset? at, string? caller, CancellationToken cancellationToken)
    {
        var explanation = await office.Calls.ExplainAtAsync(definition, at ?? clock.GetUtcNow(), Telephony.CallerId.Clean(caller, null), cancellationToken);
        return new ExplanationView(explanation.At, explanation.Hours.IsOpen, [.. explanation.Lines()]);
    }

    private FormReader ReaderOf(CompanyDefinition before) => new(before, office.Messages.ExampleFor(before).MergeFields);

    private CompanyDefinition Read(DocumentRequest request)
    {
        var reading = Documents.Read(request.RequireText());
        return reading.Company is { } definition && OfAnother(definition) is []
            ? definition
            : throw new WrongDocumentException([.. reading.Problems.Select(ProblemView.Of), .. reading.Company is { } other ? OfAnother(other) : []]);
    }

    private IReadOnlyList<ProblemView> OfAnother(CompanyDefinition definition) =>
        definition.Id == company ? [] : [new ProblemView(null, null, "id", $"id: found '{definition.Id}'; allowed is '{company}'.", IsWarning: false)];

    private IReadOnlyList<ProblemView> BeyondLimits(CompanyDefinition before, CompanyDefinition after) =>
        isClient ? [.. ClientLimits.Check(Versions, Documents.Read(Documents.Write(before)).Company ?? before, after).Select(ProblemView.Of)] : [];

    private void RefuseBeyondLimits(CompanyDefinition before, CompanyDefinition after)
    {
        if (BeyondLimits(before, after) is { Count: > 0 } beyond)
        {
            throw new WrongDocumentException(beyond);
        }
    }

    private CompanyDefinition RequireInForce() => office.Companies.Find(company) ?? throw new KeyNotFoundException($"There is no company '{company}'.");

    private async Task<CompanyDefinition> RequireVersionAsync(string version, CancellationToken cancellationToken) =>
        await Versions.FindAsync(company, version, cancellationToken) ?? throw new KeyNotFoundException($"There is no version '{version}' of the company.");

    private static KeyNotFoundException UnknownDraft(string draft) => new($"There is no draft '{draft}'.");
}
