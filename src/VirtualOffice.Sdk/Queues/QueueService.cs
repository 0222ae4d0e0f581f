using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Dispatching;

namespace VirtualOffice.Sdk.Queues;

/// <summary>Asks the board how the queues stand. A question stands in line like a command, so its answer is of one instant.</summary>
internal sealed class QueueService(ICallDispatcher dispatcher) : IQueues
{
    public async Task<IReadOnlyList<QueueSnapshot>> ListAsync(CancellationToken cancellationToken = default)
    {
        var question = new DispatchCommand.TakeSnapshots();
        await dispatcher.PostAsync(question).WaitAsync(cancellationToken);
        return question.Snapshots;
    }

    public async Task<QueueSnapshot> GetAsync(CompanyId company, CancellationToken cancellationToken = default) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(q => q.Company == company) ?? throw new KeyNotFoundException($"There is no company '{company}'.");

    public async Task<QueueForecast?> ForecastAsync(CallId call, CancellationToken cancellationToken = default)
    {
        var question = new DispatchCommand.Forecast(call);
        await dispatcher.PostAsync(question).WaitAsync(cancellationToken);
        return question.Answer;
    }

    public async Task<RoutingExplanation?> ExplainAsync(CallId call, CancellationToken cancellationToken = default)
    {
        var question = new DispatchCommand.Explain(call);
        await dispatcher.PostAsync(question).WaitAsync(cancellationToken);
        return question.Answer;
    }
}
