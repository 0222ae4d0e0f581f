using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>
/// The people around an office whose PBXs are simulated: callers who keep calling the companies' numbers, operators who answer, transfer and take messages, and employees who can be reached or not.
/// </summary>
/// <remarks>A generic host starts and stops it with the office. Without one, call <see cref="StartAsync"/> after the office was started.</remarks>
public sealed partial class SimulatedPeople : IHostedService, IDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly List<Task> _lives = [];
    private readonly Lock _gate = new();
    private readonly HashSet<OperatorId> _atWork = [];
    private readonly Dictionary<CallId, LegId> _callers = [];
    private readonly TakenSeats _taken = new();
    private readonly IVirtualOffice _office;
    private readonly OfficeRuntime _runtime;
    private readonly SimulatedPeopleOptions _options;
    private readonly ILogger<SimulatedPeople> _logger;
    private readonly Chance _chance;
    private readonly SimulatedCallers _calling;
    private readonly SimulatedOperators _operators;
    private readonly SimulatedPhones _phones;

    /// <summary>Creates the people; they do nothing before they are started.</summary>
    /// <param name="office">The office.</param>
    /// <param name="pbxs">Its simulated PBXs, at least one.</param>
    /// <param name="runtime">The office's runtime.</param>
    /// <param name="options">How the people behave.</param>
    /// <param name="logger">The log.</param>
    /// <exception cref="VirtualOfficeException">There is no simulated PBX, or an option is out of range.</exception>
    public SimulatedPeople(IVirtualOffice office, IEnumerable<SimulatedPbx> pbxs, OfficeRuntime runtime, SimulatedPeopleOptions options, ILogger<SimulatedPeople> logger)
    {
        ArgumentNullException.ThrowIfNull(office);
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(options);
        SimulatedPbx[] all = [.. pbxs];
        if (all.Length == 0)
        {
            throw new VirtualOfficeException("Simulated people need a simulated PBX to call; add AddSimulatedPbx().");
        }

        if (options.CallsPerMinute is not > 0)
        {
            throw new VirtualOfficeException($"SimulatedPeopleOptions.CallsPerMinute is {options.CallsPerMinute}; it must be more than 0.");
        }

        (_office, _runtime, _options, _logger, _stopping) = (office, runtime, options, logger, _stop.Token);
        _chance = new Chance(options.Seed ?? runtime.Random.Next());
        _calling = new SimulatedCallers(all, office.Companies, options, _chance, logger);
        _operators = new SimulatedOperators(office, _calling, _taken, runtime, options, _chance, logger);
        _phones = new SimulatedPhones(all, _taken, options, _chance);
    }

    /// <summary>Lets everybody go to work and the phones ring. The office must have been started.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _phones.ConnectEmployees();
        Live(WatchAsync);
        Live(CallAsync);
        return Task.CompletedTask;
    }

    /// <summary>Stops everybody. Calls that are up stay up.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_stopping.IsCancellationRequested)
        {
            _stop.Cancel();
        }

        while (true)
        {
            Task life;
            lock (_gate)
            {
                if (_lives.Count == 0)
                {
                    return;
                }

                life = _lives[^1];
                _lives.RemoveAt(_lives.Count - 1);
            }

            await life;
        }
    }

    /// <summary>Stops everybody without waiting.</summary>
    public void Dispose()
    {
        if (!_stopping.IsCancellationRequested)
        {
            _stop.Cancel();
        }

        _stop.Dispose();
    }

    /// <summary>
    /// Somebody real takes an operator's place: the simulated one stops working, and the phone only rings until it is told to be answered. Safe to call at any time, also twice.
    /// </summary>
    public void TakeSeat(OperatorId op) => _taken.Take(op);

    /// <summary>The real person leaves; the simulated operator works again.</summary>
    public void LeaveSeat(OperatorId op) => _taken.Leave(op);

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        var mean = TimeSpan.FromMinutes(1) / _options.CallsPerMinute;
        GoToWork();
        await Task.Delay(Start, _runtime.Clock, cancellationToken);
        while (true)
        {
            _calling.PlaceCall();
            await Task.Delay(_chance.Draw(new TimeRange(mean / 2, mean * 1.5)), _runtime.Clock, cancellationToken);
            GoToWork();
        }
    }

    /// <summary>Operators may join an office that runs.</summary>
    private void GoToWork()
    {
        foreach (var definition in _office.Operators.List().Select(op => op.Definition).Where(op => _atWork.Add(op.Id)))
        {
            _phones.ConnectOperator(definition.Id, definition.Device);
            Live(stopping => _operators.WorkAsync(definition.Id, stopping));
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var officeEvent in _office.Events.ReadAllAsync(cancellationToken))
        {
            if (officeEvent is not CallJournaled journaled)
            {
                continue;
            }

            switch (journaled.Event)
            {
                case CallReceived received:
                    _callers[journaled.Call] = received.Leg;
                    break;
                case OfferEnded { Result: OfferResult.Accepted }:
                    Live(stopping => _operators.ServeAsync(journaled.Call, stopping));
                    break;
                case ConsultChanged { With: ConsultWith.Employee }:
                    Live(stopping => _operators.ConsultAsync(journaled.Call, stopping));
                    break;
                case TransferEnded { Result: TransferResult.Failed }:
                    Live(stopping => _operators.ServeAfterTransferAsync(journaled.Call, stopping));
                    break;
                case CallEnded:
                    if (_callers.Remove(journaled.Call, out var leg))
                    {
                        _calling.Forget(leg);
                    }

                    break;
            }
        }
    }

    private void Live(Func<CancellationToken, Task> life)
    {
        lock (_gate)
        {
            _lives.RemoveAll(ended => ended.IsCompleted);
            if (!_stopping.IsCancellationRequested)
            {
                _lives.Add(WorldTask.Start(_runtime.Scheduler, () => EndQuietlyAsync(life)));
            }
        }
    }

    private async Task<bool> EndQuietlyAsync(Func<CancellationToken, Task> life)
    {
        try
        {
            await life(_stopping);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Everybody goes home.
        }
        catch (Exception e) when (e is VirtualOfficeException or KeyNotFoundException)
        {
            // The caller hung up while the operator acted, the operator left the office, or the office is stopping.
            LogInterrupted(e.Message);
        }

        return true;
    }

    [LoggerMessage(EventId = 8001, Level = LogLevel.Debug, Message = "A simulated person was interrupted: {Reason}")]
    private partial void LogInterrupted(string reason);
}
