namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>Something to be written that has a result.</summary>
internal abstract class StoreWrite<T> : StoreWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _rejection;

    public Task<T> Completion => _completion.Task;

    public sealed override async Task ExecuteAsync(StoreSession session)
    {
        _rejection = null;
        _result = await WriteAsync(session).ConfigureAwait(false);
    }

    public sealed override void Accept() => _rejection = null;

    public sealed override void Reject(Exception reason) => _rejection = reason;

    public sealed override void Complete()
    {
        if (_rejection is null)
        {
            _completion.TrySetResult(_result!);
        }
        else
        {
            _completion.TrySetException(_rejection);
        }
    }

    public sealed override void Fail(Exception reason) => _completion.TrySetException(reason);

    public void SetCancelled(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    protected abstract Task<T> WriteAsync(StoreSession session);
}
