using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Dispatching;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Companies;

/// <summary>
/// Brings what companies and operators are to be into force: at start, when a source changes, when somebody publishes. One change after the other: first durable, then in the directory,
/// where new calls find it, then on the board. Calls that are up keep the version they were taken with.
/// </summary>
internal sealed partial class CompanyPublisher(
    CompanySources sources,
    ICompanyStore store,
    CompanyDirectory directory,
    OperatorRoster roster,
    ICallDispatcher dispatcher,
    OfficeEvents events,
    OfficeRuntime runtime,
    Action<OfficeDefinition> check,
    ScriptKinds kinds,
    bool servesStored,
    ILogger<CompanyPublisher> logger) : ICompanyVersions
{
    private const int VersionLength = 12;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private IReadOnlyList<OperatorDefinition> _operators = [];
    private bool _alarm;

    /// <summary>Keeps the definitions that the office has started with.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var definition = sources.Definition;
        await KeepAsync(definition.Companies, cancellationToken);
        _operators = definition.Operators;
        Tell();
    }

    /// <summary>Follows the changes of a source.</summary>
    public async Task WatchAsync(ICompanySource source, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await source.WaitForChangeAsync(runtime.Clock, cancellationToken);
                await InTurnAsync(() => RefreshAsync(source, cancellationToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogTrouble(logger, e);
                await Task.Delay(AfterTrouble, runtime.Clock, cancellationToken);
            }
        }
    }

    public Task<CompanyDefinition> PublishAsync(CompanyDefinition definition, string? basedOn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return InTurnAsync(() => PublishOneAsync(definition with { Version = VersionOf(definition) }, basedOn)).WaitAsync(cancellationToken);
    }

    public async Task<CompanyDefinition> RollBackAsync(CompanyId company, string version, string basedOn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(basedOn);
        var definition = await RequireAsync(company, version, cancellationToken);
        return await InTurnAsync(() => PublishOneAsync(definition, basedOn)).WaitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<CompanyPublication>> ListAsync(CompanyId company, int limit = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return store.ListPublicationsAsync(company, limit, cancellationToken);
    }

    public Task<CompanyDefinition?> FindAsync(CompanyId company, string version, CancellationToken cancellationToken = default) => store.ReadAsync(company, version, cancellationToken);

    public async Task<IReadOnlyList<string>> DiffAsync(CompanyId company, string from, string to, CancellationToken cancellationToken = default) =>
        CompanyDiff.Of(await RequireAsync(company, from, cancellationToken), await RequireAsync(company, to, cancellationToken));

    public IReadOnlyList<string> Diff(CompanyDefinition from, CompanyDefinition to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return CompanyDiff.Of(from, to);
    }

    private static string VersionOf(CompanyDefinition definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OfficeJson.Write(definition with { Version = "" }))))[..VersionLength];

    private async Task<CompanyDefinition> RequireAsync(CompanyId company, string version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        return await store.ReadAsync(company, version, cancellationToken) ?? throw new KeyNotFoundException($"There is no version '{version}' of a company '{company}'.");
    }

    /// <summary>On the office's scheduler, after everything that was asked for before.</summary>
    private Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        lock (_lock)
        {
            var before = _last;
            var turn = Task.Factory.StartNew(() => AfterAsync(before, work), CancellationToken.None, TaskCreationOptions.DenyChildAttach, runtime.Scheduler).Unwrap();
            _last = turn;
            return turn;
        }

        static async Task<T> AfterAsync(Task before, Func<Task<T>> work)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            return await work();
        }
    }

    private async Task<CompanyDefinition> PublishOneAsync(CompanyDefinition definition, string? basedOn)
    {
        if (WhyNotHere(definition.Id) is { } why)
        {
            throw new VirtualOfficeException(why);
        }

        if (CompanyChecks.Of(definition, kinds.All) is { Count: > 0 } wrong)
        {
            throw new VirtualOfficeException($"Company '{definition.Id}' cannot be published: {string.Join("; ", wrong)}.");
        }

        check(With(definition));
        if (!await store.TryPublishAsync(definition, basedOn, runtime.Clock.GetUtcNow(), CancellationToken.None))
        {
            throw new CompanyConflictException(definition.Id, basedOn, directory.Find(definition.Id)?.Version);
        }

        sources.Published(definition);
        await ApplyAsync();
        return definition;
    }

    private async Task<bool> RefreshAsync(ICompanySource source, CancellationToken cancellationToken)
    {
        var takeBack = await sources.RefreshAsync(source, cancellationToken);
        try
        {
            var definition = sources.Definition;
            check(definition);
            await KeepAsync(definition.Companies, cancellationToken);
        }
        catch (VirtualOfficeException e)
        {
            takeBack();
            sources.Note(source, e.Message);
            Tell();
            if (e is StoreUnavailableException)
            {
                throw;
            }

            return false;
        }

        await ApplyAsync();
        Tell();
        return true;
    }

    private async Task KeepAsync(IReadOnlyList<CompanyDefinition> companies, CancellationToken cancellationToken)
    {
        var inForce = (await store.ReadInForceAsync(cancellationToken)).ToDictionary(d => d.Id, d => d.Version);
        foreach (var company in companies.Where(d => inForce.GetValueOrDefault(d.Id) != d.Version))
        {
            await store.PublishAsync(company, runtime.Clock.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>What is durable is now in force for new calls, and on the board.</summary>
    private async Task ApplyAsync()
    {
        var definition = sources.Definition;
        var before = directory.List().ToDictionary(c => c.Id);
        directory.Replace(definition.Companies);
        foreach (var company in definition.Companies.Where(c => before.GetValueOrDefault(c.Id)?.Version != c.Version))
        {
            await dispatcher.PostAsync(new DispatchCommand.DefineCompany(company.Id, company.Queue));
            LogPublished(logger, company.Id, company.Version);
            events.Publish(new CompanyPublished(company.Id, company.Version, before.GetValueOrDefault(company.Id)?.Version));
        }

        foreach (var gone in before.Keys.Where(id => directory.Find(id) is null).Order())
        {
            LogWithdrawn(logger, gone);
            events.Publish(new CompanyWithdrawn(gone));
        }

        await ApplyOperatorsAsync(definition.Operators);
    }

    private async Task ApplyOperatorsAsync(IReadOnlyList<OperatorDefinition> operators)
    {
        foreach (var op in operators.Where(o => !_operators.Any(b => IsSame(b, o))))
        {
            await dispatcher.PostAsync(new DispatchCommand.DefineOperator(op));
        }

        // Who is gone is offered nothing any more; a conversation goes on to its end.
        foreach (var gone in _operators.Where(b => operators.All(o => o.Id != b.Id)))
        {
            roster.Dismiss(gone.Id);
            await dispatcher.PostAsync(new DispatchCommand.DefineOperator(gone with { Companies = [] }));
            await dispatcher.PostAsync(new DispatchCommand.SetPresence(gone.Id, OperatorPresence.Offline, null));
        }

        _operators = operators;
    }

    private static bool IsSame(OperatorDefinition a, OperatorDefinition b) =>
        a with { Companies = b.Companies, Rings = b.Rings, Skills = b.Skills } == b
        && a.Companies.SequenceEqual(b.Companies)
        && a.Rings.OrderBy(r => r.Key).SequenceEqual(b.Rings.OrderBy(r => r.Key))
        && a.Skills.OrderBy(s => s.Key, StringComparer.Ordinal).SequenceEqual(b.Skills.OrderBy(s => s.Key, StringComparer.Ordinal));

    /// <summary>Tells what is wrong in the documents, when that is another than before.</summary>
    private void Tell()
    {
        var before = directory.Problems;
        directory.Problems = sources.Problems;
        if (directory.Problems.SequenceEqual(before))
        {
            return;
        }

        foreach (var problem in directory.Problems.Except(before))
        {
            if (problem.Severity == ProblemSeverity.Warning)
            {
                LogWarning(logger, problem);
            }
            else
            {
                LogProblem(logger, problem);
            }
        }

        var errors = directory.Problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        if (errors.Count > 0 || _alarm)
        {
            events.Publish(new DefinitionsAlarm(errors));
        }

        _alarm = errors.Count > 0;
    }

    [LoggerMessage(1050, LogLevel.Information, "Company {Company} is in force in version {Version}")]
    private static partial void LogPublished(ILogger logger, CompanyId company, string version);

    [LoggerMessage(1051, LogLevel.Warning, "Company {Company} is served no more: its document is gone")]
    private static partial void LogWithdrawn(ILogger logger, CompanyId company);

    [LoggerMessage(1052, LogLevel.Error, "A document is wrong, so that what it said last stays in force: {Problem}")]
    private static partial void LogProblem(ILogger logger, DefinitionProblem problem);

    [LoggerMessage(1053, LogLevel.Warning, "Something in a document is passed over: {Problem}")]
    private static partial void LogWarning(ILogger logger, DefinitionProblem problem);

    [LoggerMessage(1054, LogLevel.Error, "A change of the documents could not be taken over; it is tried again")]
    private static partial void LogTrouble(ILogger logger, Exception exception);
}
