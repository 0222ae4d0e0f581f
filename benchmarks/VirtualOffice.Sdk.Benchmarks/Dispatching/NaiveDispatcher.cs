using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Benchmarks.Dispatching;

/// <summary>The same policy written the obvious way: lists and LINQ, scanned at every event. The baseline.</summary>
internal sealed class NaiveDispatcher(DispatchWorkload workload)
{
    private readonly List<(CallId Call, CompanyId Company, DateTimeOffset At)> _waiting = [];
    private readonly List<OperatorDefinition> _idle = [];
    private readonly Dictionary<CallId, OperatorDefinition> _busy = [];

    public int Waiting => _waiting.Count;

    public CallId? Arrive(CallId call, CompanyId company, DateTimeOffset at)
    {
        var op = _idle.FirstOrDefault(o => o.Companies.Contains(company));
        if (op is null)
        {
            _waiting.Add((call, company, at));
            return null;
        }

        _idle.Remove(op);
        _busy.Add(call, op);
        return call;
    }

    public CallId? Release(CallId call)
    {
        if (!_busy.Remove(call, out var op))
        {
            return null;
        }

        var next = _waiting.Where(w => op.Companies.Contains(w.Company)).OrderBy(w => w.At).ThenBy(w => w.Call).Cast<(CallId, CompanyId, DateTimeOffset)?>().FirstOrDefault();
        if (next is not { } waiting)
        {
            _idle.Add(op);
            return null;
        }

        _waiting.Remove(waiting);
        _busy.Add(waiting.Item1, op);
        return waiting.Item1;
    }

    public void Open() => _idle.AddRange(workload.Operators);
}
