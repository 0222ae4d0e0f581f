using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>How one store is: away, slow, or committing without saying so.</summary>
internal sealed class StoreFaults(string name, SimulatedOffice office, Troubles troubles, Random random)
{
    private static readonly TimeSpan MaxLatency = TimeSpan.FromMilliseconds(8);

    private DateTimeOffset _awayUntil;
    private DateTimeOffset _slowUntil;
    private int _answersToLose;

    public string Name { get; } = name;

    public bool IsAway => office.Now < _awayUntil;

    public void BeAwayFor(TimeSpan time)
    {
        troubles.Note($"{Name} store away", TimeSpan.Zero, time + TimeSpan.FromSeconds(6));
        _awayUntil = office.Now + time;
    }

    public void BeSlowFor(TimeSpan time)
    {
        troubles.Note($"{Name} store slow", TimeSpan.Zero, time + TimeSpan.FromSeconds(3));
        _slowUntil = office.Now + time;
    }

    public void LoseNextAnswer() => _answersToLose++;

    public void Recover() => (_awayUntil, _slowUntil, _answersToLose) = (default, default, 0);

    /// <summary>What lies between the wish and the store: the way there, on which the host may be killed.</summary>
    public async Task ReachAsync(SimulatedHost host, string operation, CancellationToken cancellationToken)
    {
        await TravelAsync(host, cancellationToken);
        if (IsAway)
        {
            throw new StoreUnavailableException($"The {Name} store is away: {operation}.");
        }
    }

    /// <summary>What lies between a commit and the host's hearing of it. False when the answer is lost.</summary>
    public async Task<bool> AnswerAsync(SimulatedHost host, CancellationToken cancellationToken)
    {
        var isLost = _answersToLose > 0;
        if (isLost)
        {
            _answersToLose--;
            troubles.Note($"{Name} commit of unknown result", TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }

        await TravelAsync(host, cancellationToken);
        return !isLost;
    }

    public StoreUnavailableException Unknown() => new($"The answer of the {Name} store to a commit was lost.");

    private async Task TravelAsync(SimulatedHost host, CancellationToken cancellationToken)
    {
        if (office.Now < _slowUntil)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1_000)), host.Runtime.Clock, cancellationToken);
        }
        else if (random.Next(3) == 0)
        {
            await Task.Delay(MaxLatency * random.NextDouble(), host.Runtime.Clock, cancellationToken);
        }
    }
}
