using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

/// <summary>One open connection to write on, with its commands prepared. Used by one writer at a time.</summary>
internal sealed class StoreSession(OfficeDbContext context, StoreProvider provider) : IAsyncDisposable
{
    private const string Savepoint = "store_write";

    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private IDbContextTransaction? _transaction;

    public OfficeDbContext Context => context;

    public StoreProvider Provider => provider;

    public async Task BeginAsync() =>
        _transaction = await context.Database.BeginTransactionAsync(provider.Isolation).ConfigureAwait(false);

    public async Task RollbackAsync()
    {
        await _transaction!.RollbackAsync().ConfigureAwait(false);
        await _transaction.DisposeAsync().ConfigureAwait(false);
        _transaction = null;
    }

    public async Task CommitAsync()
    {
        await _transaction!.CommitAsync().ConfigureAwait(false);
        await _transaction.DisposeAsync().ConfigureAwait(false);
        _transaction = null;
    }

    public Task SaveAsync() => _transaction!.CreateSavepointAsync(Savepoint);

    public Task ReleaseAsync() => _transaction!.ReleaseSavepointAsync(Savepoint);

    public Task UndoAsync() => _transaction!.RollbackToSavepointAsync(Savepoint);

    /// <summary>Executes a statement whose parameters are <c>@p0</c>, <c>@p1</c>, …, and returns how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params object?[] values) => Command(sql, values).ExecuteNonQueryAsync();

    /// <summary>Executes a statement.</summary>
    /// <exception cref="Exception">It changed nothing, and had to.</exception>
    public async Task ExecuteAsync(StoreStatement statement)
    {
        if (await ExecuteAsync(statement.Sql, statement.Values).ConfigureAwait(false) == 0 && statement.Refusal is { } refusal)
        {
            throw refusal();
        }
    }

    /// <summary>Executes statements in one message; false when one of them changed nothing and had to.</summary>
    public async Task<bool> ExecuteBatchAsync(IReadOnlyList<StoreStatement> statements)
    {
        var batch = context.Database.GetDbConnection().CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Transaction = _transaction!.GetDbTransaction();
            foreach (var statement in statements)
            {
                var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // The statements are constants; what varies are their parameters.
                command.CommandText = statement.Sql;
#pragma warning restore CA2100
                for (var i = 0; i < statement.Values.Length; i++)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ($"@p{i}", Parameter(statement.Values[i]));
                    command.Parameters.Add(parameter);
                }

                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
            return !statements.Where((statement, i) => statement.Refusal is not null && batch.BatchCommands[i].RecordsAffected == 0).Any();
        }
    }

    /// <summary>Executes a statement that returns rows.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        var rows = new List<T>();
        var reader = await Command(sql, values).ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await context.DisposeAsync().ConfigureAwait(false);
    }

    private static object Parameter(object? value) => value switch { null => DBNull.Value, string text => StoreText.Clean(text), _ => value };

    private DbCommand Command(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements are constants; what varies are their parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Parameter(values[i]);
        }

        command.Transaction = _transaction!.GetDbTransaction();
        return command;
    }
}
