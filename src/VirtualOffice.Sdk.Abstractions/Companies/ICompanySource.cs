namespace VirtualOffice.Sdk.Companies;

/// <summary>Where the definitions of companies and operators come from.</summary>
public interface ICompanySource
{
    /// <summary>Loads and checks all definitions.</summary>
    /// <exception cref="OfficeDefinitionException">Something in them is wrong; every problem is listed.</exception>
    Task<OfficeDefinition> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Loads what is right, and tells what is not: a document that is wrong does not keep the others from coming into force. By default all of it is right or nothing.</summary>
    async Task<CompanySourceReading> ReadAsync(CancellationToken cancellationToken) => new(await LoadAsync(cancellationToken), []);

    /// <summary>Completes when the definitions may have changed since they were read last; by default never.</summary>
    /// <param name="clock">The office's clock, for whatever is to be waited for.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    Task WaitForChangeAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource();
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    }
}
