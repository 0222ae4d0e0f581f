using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>The people who call.</summary>
internal sealed partial class SimulatedCallers(IReadOnlyList<SimulatedPbx> pbxs, ICompanies companies, SimulatedPeopleOptions options, Chance chance, ILogger logger)
{
    private const string NobodysNumber = "+70000000000";
    private static readonly TimeRange Impatient = TimeRange.Seconds(0.2, 0.9);
    private static readonly TimeRange Question = TimeRange.Seconds(4, 12);

    private readonly ConcurrentDictionary<LegId, CallerWish> _wishes = new();
    private readonly Deck<CallerWish> _deck = new(
        chance,
        [
            (CallerWish.Transfer, options.TransferWeight),
            (CallerWish.Question, options.QuestionWeight),
            (CallerWish.Message, options.MessageWeight),
            (CallerWish.Nothing, options.ImpatientWeight),
            (CallerWish.WrongNumber, options.WrongNumberWeight),
        ]);

    public void PlaceCall()
    {
        var numbers = companies.List().SelectMany(company => company.Numbers).ToList();
        var wish = _deck.Deal();
        if (numbers.Count == 0)
        {
            return;
        }

        var dialled = wish == CallerWish.WrongNumber ? NobodysNumber : chance.Pick(numbers).ToString();
        var caller = SimulatedCallerId.Draw(chance, options.OddCallerIds);
        var party = chance.Pick(pbxs).PlaceCall(dialled, caller.Number, caller.Name, Behaviour(wish));
        _wishes[party.Leg] = wish;
        LogCalls(wish, party.Leg);
    }

    /// <summary>What a caller wants; asked once, by the operator. Callers who are none of ours ask something.</summary>
    public CallerWish Ask(LegId leg) => _wishes.TryRemove(leg, out var wish) ? wish : CallerWish.Question;

    /// <summary>Forgets a caller whose call is over.</summary>
    public void Forget(LegId leg) => _wishes.TryRemove(leg, out _);

    private SimulatedCaller Behaviour(CallerWish wish) => new()
    {
        Patience = chance.Draw(wish == CallerWish.Nothing ? Impatient : options.Patience),
        Talks = chance.Draw(wish == CallerWish.Question ? Question : options.OperatorMayTake),
        Message = chance.Happens(options.VoiceMessages) ? chance.Draw(options.VoiceMessage) : TimeSpan.Zero,
    };

    [LoggerMessage(EventId = 8000, Level = LogLevel.Debug, Message = "A simulated caller ({Wish}) calls: {Leg}.")]
    private partial void LogCalls(CallerWish wish, LegId leg);
}
