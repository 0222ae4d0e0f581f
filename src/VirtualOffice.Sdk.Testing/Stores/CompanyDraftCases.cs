using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Testing;

/// <summary>What <see cref="ICompanyStore"/> promises of drafts.</summary>
internal static class CompanyDraftCases
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(7);
    private static readonly CompanyId Fox = CompanyId.Parse("fox-travel");
    private static readonly CompanyId Owl = CompanyId.Parse("Owl");

    public static IReadOnlyList<ConformanceCase<IStoreTestBench<ICompanyStore>>> All { get; } =
    [
        new("Draft_Saved_IsReadBackWhole", async (bench, cancellationToken) =>
        {
            var draft = Draft(1, Fox) with { By = "Анна", Text = "id: fox\n# a remark 😀\n", SavedAt = At };
            Expect.That(await bench.Store.TrySaveDraftAsync(draft, cancellationToken), "A new draft is not saved.");

            await bench.ReopenAsync(cancellationToken);
            Expect.Equal(OfficeJson.Write(draft), OfficeJson.Write(Expect.NotNull(await bench.Store.ReadDraftAsync(Fox, draft.Id, cancellationToken), "A draft is not found.")), "The draft");
            Expect.Equal(0, (await bench.Store.ReadInForceAsync(cancellationToken)).Count, "How many companies are in force when one has a draft");
        }),

        new("Draft_SavedAgain_TakesThePlaceOfItsRevisionBefore", async (bench, cancellationToken) =>
        {
            var first = Draft(1, Fox);
            var second = first with { Revision = 2, By = "boris", BasedOn = "v2" };
            await bench.Store.TrySaveDraftAsync(first, cancellationToken);
            Expect.That(await bench.Store.TrySaveDraftAsync(second, cancellationToken), "A draft that follows on the one that is kept is not saved.");
            Expect.That(await bench.Store.TrySaveDraftAsync(second, cancellationToken), "A draft that is kept already does not count as done.");

            await bench.ReopenAsync(cancellationToken);
            Expect.Sequence([OfficeJson.Write(second)], (await bench.Store.ListDraftsAsync(Fox, cancellationToken)).Select(OfficeJson.Write), "The drafts");
        }),

        new("Draft_OfAnotherRevision_ChangesNothing", async (bench, cancellationToken) =>
        {
            var first = Draft(1, Fox);
            await bench.Store.TrySaveDraftAsync(first, cancellationToken);
            await bench.Store.TrySaveDraftAsync(first with { Revision = 2, By = "boris" }, cancellationToken);
            foreach (var (revision, what) in ((int, string)[])[(1, "the first"), (2, "the same"), (4, "one that leaves one out")])
            {
                Expect.That(!await bench.Store.TrySaveDraftAsync(first with { Revision = revision, By = "vera" }, cancellationToken), $"Of a draft in revision 2, {what} is saved.");
            }

            Expect.That(!await bench.Store.TrySaveDraftAsync(Draft(2, Fox) with { Revision = 2 }, cancellationToken), "A second revision is saved of a draft that has no first.");
            Expect.Sequence([(2, "boris")], (await bench.Store.ListDraftsAsync(Fox, cancellationToken)).Select(d => (d.Revision, d.By!)), "The drafts");
        }),

        new("Draft_TwoFollowOnTheSame_OneWins", async (bench, cancellationToken) =>
        {
            var first = Draft(1, Fox);
            await bench.Store.TrySaveDraftAsync(first, cancellationToken);
            var wins = 0;
            foreach (var save in Enumerable.Range(0, 8).Select(i => bench.Store.TrySaveDraftAsync(first with { Revision = 2, By = $"writer {i}" }, cancellationToken)).ToList())
            {
                wins += await save ? 1 : 0;
            }

            Expect.Equal(1, wins, "How many of eight that follow on the same revision win");
        }),

        new("Draft_OfAnotherCompany_IsNotFound", async (bench, cancellationToken) =>
        {
            var (fox, owl) = (Draft(1, Fox), Draft(2, Owl));
            await bench.Store.TrySaveDraftAsync(owl, cancellationToken);
            await bench.Store.TrySaveDraftAsync(fox, cancellationToken);
            Expect.That(await bench.Store.ReadDraftAsync(Owl, fox.Id, cancellationToken) is null, "A draft is found under another company.");
            Expect.Sequence([fox.Id], (await bench.Store.ListDraftsAsync(Fox, cancellationToken)).Select(d => d.Id), "The drafts of one company");
            Expect.That(!await bench.Store.DiscardDraftAsync(Owl, fox.Id, null, cancellationToken), "A draft is discarded under another company.");
            Expect.That(await bench.Store.ReadDraftAsync(Fox, fox.Id, cancellationToken) is not null, "A draft that was discarded under another company is gone.");
        }),

        new("ListDrafts_Several_AreOrderedById", async (bench, cancellationToken) =>
        {
            foreach (var number in (int[])[2, 3, 1])
            {
                await bench.Store.TrySaveDraftAsync(Draft(number, Fox), cancellationToken);
            }

            Expect.Sequence([Id(1), Id(2), Id(3)], (await bench.Store.ListDraftsAsync(Fox, cancellationToken)).Select(d => d.Id), "The drafts");
        }),

        new("DiscardDraft_OneRevision_OnlyThatIsRemoved", async (bench, cancellationToken) =>
        {
            var draft = Draft(1, Fox);
            await bench.Store.TrySaveDraftAsync(draft, cancellationToken);
            await bench.Store.TrySaveDraftAsync(draft with { Revision = 2 }, cancellationToken);
            Expect.That(!await bench.Store.DiscardDraftAsync(Fox, draft.Id, 1, cancellationToken), "A revision is discarded that is not kept.");
            Expect.That(await bench.Store.DiscardDraftAsync(Fox, draft.Id, 2, cancellationToken), "The revision that is kept is not discarded.");
            Expect.That(!await bench.Store.DiscardDraftAsync(Fox, draft.Id, null, cancellationToken), "A draft is discarded that is gone.");

            await bench.ReopenAsync(cancellationToken);
            Expect.Equal(0, (await bench.Store.ListDraftsAsync(Fox, cancellationToken)).Count, "How many drafts there are");
            Expect.That(!await bench.Store.TrySaveDraftAsync(draft with { Revision = 3 }, cancellationToken), "A draft that was discarded is saved again.");
        }),
    ];

    private static CompanyDraft Draft(int number, CompanyId company) => new(
        new CompanyDefinition { Id = company, Name = "Fox", Version = "d1", Numbers = [PhoneNumber.Parse("+78124540001")] }, "v1")
    {
        Id = Id(number),
        Revision = 1,
    };

    private static DraftId Id(int number) => new(new Guid(0x019C0000 + number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}
