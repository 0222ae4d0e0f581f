using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Testing;

namespace VirtualOffice.Sdk.Simulation.Tests;

public sealed class StoreConformanceTests
{
    public static TheoryData<string> JournalNames => [.. JournalConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> OperatorNames => [.. OperatorStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> CompanyNames => [.. CompanyStoreConformance.Cases.Select(c => c.Name)];

    public static TheoryData<string> RecordingNames => [.. RecordingStoreConformance.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(JournalNames))]
    public Task Journal_ThatIsRight_Passes(string name) => Find(JournalConformance.Cases, name).RunAsync(new ReferenceJournal(), default);

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public Task OperatorStore_ThatIsRight_Passes(string name) => Find(OperatorStoreConformance.Cases, name).RunAsync(new ReferenceStores(), default);

    [Theory]
    [MemberData(nameof(RecordingNames))]
    public Task RecordingStore_ThatIsRight_Passes(string name) => Find(RecordingStoreConformance.Cases, name).RunAsync(new ReferenceStores(), default);

    [Theory]
    [InlineData(nameof(ReferenceJournal.Flaw.IgnoresVersion), "Append_NewCallThatExists_Conflicts")]
    [InlineData(nameof(ReferenceJournal.Flaw.WritesDeliveriesOnConflict), "Append_Conflict_WritesNeitherEventsNorDeliveries")]
    [InlineData(nameof(ReferenceJournal.Flaw.ListsClosedCalls), "ReadOpen_SomeClosed_GivesTheOthersOldestFirst")]
    [InlineData(nameof(ReferenceJournal.Flaw.OldestFirst), "ReadPage_Office_GivesAllNewestFirst")]
    [InlineData(nameof(ReferenceJournal.Flaw.IgnoresScope), "ReadPage_OneCompany_GivesOnlyItsCalls")]
    [InlineData(nameof(ReferenceJournal.Flaw.LimitsNothing), "ReadPage_ByPages_GivesEachCallOnce")]
    [InlineData(nameof(ReferenceJournal.Flaw.ClaimsTwice), "Claim_Claimed_IsExclusiveUntilItsEnd")]
    [InlineData(nameof(ReferenceJournal.Flaw.ClaimsTwice), "Claim_ManyAtOnce_GivesEachDeliveryOnce")]
    [InlineData(nameof(ReferenceJournal.Flaw.ClaimsForEver), "Claim_Claimed_IsExclusiveUntilItsEnd")]
    [InlineData(nameof(ReferenceJournal.Flaw.ClaimsInOrderOfWriting), "Claim_Due_GivesTheLongestDueFirstWithTheirMessages")]
    [InlineData(nameof(ReferenceJournal.Flaw.KeepsClaims), "ReleaseClaims_Claimed_CanBeClaimedAnewAndSettledStaysSettled")]
    [InlineData(nameof(ReferenceJournal.Flaw.SettlesAgain), "Settle_Delivered_IsFinal")]
    [InlineData(nameof(ReferenceJournal.Flaw.LosesTexts), "Append_EveryKindOfEvent_IsReadBackAlike")]
    [InlineData(nameof(ReferenceJournal.Flaw.ClaimsUnfairly), "Claim_OneCompanyHasMany_SharesFairly")]
    [InlineData(nameof(ReferenceJournal.Flaw.LosesLateAttempts), "Settle_Attempts_AreKeptInOrderAlsoLateOnes")]
    [InlineData(nameof(ReferenceJournal.Flaw.AddsFurtherTwice), "Settle_Further_IsAddedOnceAndClaimed")]
    [InlineData(nameof(ReferenceJournal.Flaw.ListsEveryState), "List_ByPages_GivesEachOfTheFilterOnceOldestFirst")]
    [InlineData(nameof(ReferenceJournal.Flaw.CountsEscalatedAsWaiting), "Count_EveryState_AreThoseOfTheRows")]
    [InlineData(nameof(ReferenceJournal.Flaw.CancelsNothing), "Acknowledge_Pending_CancelsLaterStepsAndEscalationsOnly")]
    [InlineData(nameof(ReferenceJournal.Flaw.AcknowledgesAgain), "Acknowledge_Twice_KeepsTheFirst")]
    [InlineData(nameof(ReferenceJournal.Flaw.EscalatesAcknowledged), "Settle_Acknowledged_AddsNoEscalationAndRecordsTheAttempt")]
    [InlineData(nameof(ReferenceJournal.Flaw.HastensNothing), "Settle_HastensNext_NextStepIsDueAtOnceAndNoOther")]
    [InlineData(nameof(ReferenceJournal.Flaw.SettlesFromAnyState), "Settle_FromDelivered_ComesBackOnce")]
    [InlineData(nameof(ReferenceJournal.Flaw.ForgetsWhoAccepted), "Settle_Acknowledgement_KeepsTheDeliverysOwnStateAndCancelsTheRest")]
    [InlineData(nameof(ReferenceJournal.Flaw.ForgetsWhoAccepted), "Held_Delivery_IsNotClaimedAndPickedUpOnce")]
    [InlineData(nameof(ReferenceJournal.Flaw.ListsAcknowledged), "List_UnacknowledgedOnly_LeavesOutWhatSomebodyHasSeenTo")]
    [InlineData(nameof(ReferenceJournal.Flaw.CorrectsNothing), "Append_Correction_AcknowledgesTheWrongMessageAndCancelsWhatIsLeft")]
    [InlineData(nameof(ReferenceJournal.Flaw.KeepsHeldOnCorrection), "Append_Correction_AcknowledgesTheWrongMessageAndCancelsWhatIsLeft")]
    [InlineData(nameof(ReferenceJournal.Flaw.CancelsWhatArrived), "Settle_DeliveredWhileItWasCancelled_IsDelivered")]
    public async Task Journal_ThatIsWrong_IsFound(string flaw, string name) => await Assert.ThrowsAsync<ConformanceException>(
        () => Find(JournalConformance.Cases, name).RunAsync(new ReferenceJournal(Enum.Parse<ReferenceJournal.Flaw>(flaw)), default));

    [Theory]
    [MemberData(nameof(CompanyNames))]
    public Task CompanyStore_ThatIsRight_Passes(string name) => Find(CompanyStoreConformance.Cases, name).RunAsync(new ReferenceCompanyStore(), default);

    [Theory]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.IgnoresWhatIsInForce), "TryPublish_BasedOnAnother_ChangesNothing")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.ForgetsOldVersions), "Publish_NewVersion_IsInForceAndTheOldIsKept")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.IgnoresRevisions), "Draft_OfAnotherRevision_ChangesNothing")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.IgnoresRevisions), "Draft_TwoFollowOnTheSame_OneWins")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.KeepsFirstDraft), "Draft_SavedAgain_TakesThePlaceOfItsRevisionBefore")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.RefusesRepetition), "Draft_SavedAgain_TakesThePlaceOfItsRevisionBefore")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.MixesCompanies), "Draft_OfAnotherCompany_IsNotFound")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.ListsAsWritten), "ListDrafts_Several_AreOrderedById")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.DiscardsAnyRevision), "DiscardDraft_OneRevision_OnlyThatIsRemoved")]
    [InlineData(nameof(ReferenceCompanyStore.Flaw.LosesTexts), "Draft_Saved_IsReadBackWhole")]
    public async Task CompanyStore_ThatIsWrong_IsFound(string flaw, string name) => await Assert.ThrowsAsync<ConformanceException>(
        () => Find(CompanyStoreConformance.Cases, name).RunAsync(new ReferenceCompanyStore(Enum.Parse<ReferenceCompanyStore.Flaw>(flaw)), default));

    [Fact]
    public async Task OperatorStore_ThatIsWrong_IsFound() => await Assert.ThrowsAsync<ConformanceException>(
        () => Find(OperatorStoreConformance.Cases, "Save_Wishes_AreReadBack").RunAsync(new ReferenceStores { IsFlawed = true }, default));

    [Fact]
    public async Task RecordingStore_ThatIsWrong_IsFound() => await Assert.ThrowsAsync<ConformanceException>(
        () => Find(RecordingStoreConformance.Cases, "Save_Wav_IsReadBackByteForByte").RunAsync(new ReferenceStores { IsFlawed = true }, default));

    [Fact]
    public void Cases_OfEverySuite_HaveUniqueNames()
    {
        static void Unique<T>(IReadOnlyList<ConformanceCase<T>> cases) => Assert.Equal(cases.Count, cases.Select(c => c.Name).Distinct().Count());

        Unique(TelephonyConformance.Cases);
        Unique(JournalConformance.Cases);
        Unique(CallIndexConformance.Cases);
        Unique(CallbackStoreConformance.Cases);
        Unique(InboxConformance.Cases);
        Unique<IStoreTestBench<IBookmarkStore>>(BookmarkConformance.Cases);
        Unique<IStoreTestBench<ICompanyStore>>(CompanyStoreConformance.Cases);
        Unique<IStoreTestBench<IAbsenceStore>>(AbsenceStoreConformance.Cases);
        Unique<IStoreTestBench<IAuditStore>>(AuditStoreConformance.Cases);
        Unique<IStoreTestBench<IOperatorStore>>(OperatorStoreConformance.Cases);
        Unique<IStoreTestBench<IRecordingStore>>(RecordingStoreConformance.Cases);
    }

    private static ConformanceCase<T> Find<T>(IReadOnlyList<ConformanceCase<T>> cases, string name) => cases.Single(c => c.Name.Equals(name, StringComparison.Ordinal));
}
