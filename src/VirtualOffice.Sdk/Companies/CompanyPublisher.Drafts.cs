namespace VirtualOffice.Sdk.Companies;

/// <summary>Drafts: what is worked on before it is in force.</summary>
internal sealed partial class CompanyPublisher
{
    public async Task<CompanyDraft> SaveDraftAsync(CompanyDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentOutOfRangeException.ThrowIfNegative(draft.Revision, nameof(draft));
        if (draft.BasedOn is { } version)
        {
            await RequireAsync(draft.Definition.Id, version, cancellationToken);
        }

        var saved = draft with
        {
            Id = draft.Revision == 0 ? new DraftId(runtime.Ids.NewId()) : draft.Id,
            Definition = draft.Definition with { Version = VersionOf(draft.Definition) },
            Revision = draft.Revision + 1,
            SavedAt = runtime.Clock.GetUtcNow(),
        };
        return await store.TrySaveDraftAsync(saved, cancellationToken)
            ? saved
            : throw new DraftConflictException(draft.Id, draft.Revision, (await store.ReadDraftAsync(draft.Definition.Id, draft.Id, cancellationToken))?.Revision);
    }

    public Task<IReadOnlyList<CompanyDraft>> ListDraftsAsync(CompanyId company, CancellationToken cancellationToken = default) => store.ListDraftsAsync(company, cancellationToken);

    public Task<CompanyDraft?> FindDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken = default) => store.ReadDraftAsync(company, draft, cancellationToken);

    public Task<DraftReview> ReviewAsync(CompanyDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return InTurnAsync(() =>
        {
            var inForce = directory.Find(draft.Definition.Id);
            IReadOnlyList<string> problems = WhyNotHere(draft.Definition.Id) is { } why ? [why, .. ProblemsOf(draft.Definition)] : ProblemsOf(draft.Definition);
            return Task.FromResult(new DraftReview(draft, inForce?.Version, problems, inForce is null ? [] : CompanyDiff.Of(inForce, draft.Definition)));
        }).WaitAsync(cancellationToken);
    }

    public Task<CompanyDefinition> PublishDraftAsync(CompanyId company, DraftId draft, int revision, CancellationToken cancellationToken = default) =>
        InTurnAsync(() => PublishOneAsync(company, draft, revision)).WaitAsync(cancellationToken);

    public Task<bool> DiscardDraftAsync(CompanyId company, DraftId draft, CancellationToken cancellationToken = default) => store.DiscardDraftAsync(company, draft, null, cancellationToken);

    private async Task<CompanyDefinition> PublishOneAsync(CompanyId company, DraftId id, int revision)
    {
        var draft = await store.ReadDraftAsync(company, id, CancellationToken.None);
        if (draft?.Revision != revision)
        {
            throw new DraftConflictException(id, revision, draft?.Revision);
        }

        var published = await PublishOneAsync(draft.Definition with { Version = VersionOf(draft.Definition) }, draft.BasedOn);

        // A host that dies before this leaves a draft that says what is in force; one that was saved meanwhile stays.
        await store.DiscardDraftAsync(company, id, revision, CancellationToken.None);
        return published;
    }

    /// <summary>Why a company cannot be published here at all; null when it can.</summary>
    private string? WhyNotHere(CompanyId company) => sources.IsFromSource(company)
        ? $"Company '{company}' is read from documents; change its document, the office follows."
        : servesStored ? null : "This office serves only the companies of its documents. Add AddStoredCompanies() in AddVirtualOffice(…) to publish others.";

    /// <summary>Everything that is wrong in a definition, by itself and beside the others.</summary>
    private IReadOnlyList<string> ProblemsOf(CompanyDefinition definition)
    {
        List<string> problems = [.. CompanyChecks.Of(definition, kinds.All)];
        try
        {
            check(With(definition));
        }
        catch (OfficeDefinitionException e)
        {
            problems.AddRange(e.Problems.Select(p => p.ToString()));
        }
        catch (VirtualOfficeException e)
        {
            problems.Add(e.Message);
        }

        return problems;
    }

    private OfficeDefinition With(CompanyDefinition definition)
    {
        var all = sources.Definition;
        return all with { Companies = [.. all.Companies.Where(c => c.Id != definition.Id), definition] };
    }
}
