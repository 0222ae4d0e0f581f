using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Tests.Companies;

/// <summary>A source that says what a test wants it to, and tells when that is another.</summary>
internal sealed class ChangingSource(CompanySourceReading reading) : ICompanySource
{
    private TaskCompletionSource _changed = new();

    public CompanySourceReading Reading { get; private set; } = reading;

    public Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Reading.Definition);

    public Task<CompanySourceReading> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Reading);

    public async Task WaitForChangeAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var changed = _changed;
        await using var registration = cancellationToken.Register(() => changed.TrySetCanceled(cancellationToken));
        await changed.Task;
        _changed = new TaskCompletionSource();
    }

    public void Change(CompanySourceReading reading)
    {
        Reading = reading;
        _changed.TrySetResult();
    }
}
