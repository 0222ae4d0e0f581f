using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>Reads, begins and ends call-backs.</summary>
internal sealed class CallbackService(ICallbackStore store, CallbackDialler dialler, OfficeEvents events, TimeProvider clock) : ICallbacks
{
    private const int MaxLimit = 500;

    public Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Limit is < 1 or > MaxLimit
            ? throw new ArgumentOutOfRangeException(nameof(filter), filter.Limit, $"Limit is 1 to {MaxLimit}.")
            : store.ListAsync(filter, cancellationToken);
    }

    public Task<CallId> CallAsync(CallId call, CancellationToken cancellationToken = default) => dialler.CallAsync(call, cancellationToken);

    public async Task<bool> EndAsync(CallId call, string by, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        CheckLength(by, CallbackEnd.MaxByLength, nameof(by));
        CheckLength(note, CallbackEnd.MaxNoteLength, nameof(note));
        var end = new CallbackEnd(clock.GetUtcNow(), by, note);
        if (await store.FindAsync(call, cancellationToken) is not { } task || !await store.EndAsync(call, end, cancellationToken))
        {
            return false;
        }

        events.Publish(new CallbackTaskEnded(task with { End = end }));
        return true;
    }

    private static void CheckLength(string? text, int max, string parameter)
    {
        if (text?.Length > max)
        {
            throw new ArgumentException($"'{parameter}' has {text.Length} characters; allowed are at most {max}.", parameter);
        }
    }
}
