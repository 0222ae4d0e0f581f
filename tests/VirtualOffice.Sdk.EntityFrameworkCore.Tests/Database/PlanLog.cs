using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VirtualOffice.Sdk.EntityFrameworkCore.Tests;

/// <summary>Asks the database, before every query, how it will carry it out.</summary>
public sealed class PlanLog(string explain) : DbCommandInterceptor
{
    /// <summary>The plans since they were last cleared, one line a step.</summary>
    public List<string> Plans { get; } = [];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var question = command.Connection!.CreateCommand();
        question.CommandText = $"{explain} {command.CommandText}";
        question.Transaction = command.Transaction;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = question.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            question.Parameters.Add(copy);
        }

        await using var reader = await question.ExecuteReaderAsync(cancellationToken);
        var plan = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            plan.Add(reader.GetString(reader.FieldCount - 1));
        }

        Plans.Add(string.Join('\n', plan));
        return result;
    }
}
