using VirtualOffice.Sdk.Dispatching;

namespace VirtualOffice.Sdk.Tests.Dispatching;

/// <summary>A dispatcher that keeps what is posted and decides nothing.</summary>
internal sealed class DispatchLog : ICallDispatcher
{
    public List<DispatchCommand> Commands { get; } = [];

    public DateTimeOffset UtcNow { get; init; }

    public void Post(DispatchCommand command) => Commands.Add(command);

    public Task PostAsync(DispatchCommand command)
    {
        Post(command);
        return Task.CompletedTask;
    }
}
