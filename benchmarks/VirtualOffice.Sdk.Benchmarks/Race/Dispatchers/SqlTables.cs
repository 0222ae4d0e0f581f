using Microsoft.Data.Sqlite;

namespace VirtualOffice.Sdk.Benchmarks.Race.Dispatchers;

/// <summary>As mod_callcenter works: callers, agents and tiers are tables of an in-memory SQLite, with the indexes it lacks as shipped, and every decision is a query.</summary>
internal sealed class SqlTables : PlainDispatcher, IDisposable
{
    private static readonly string[] s_parameters = ["$a", "$b", "$c"];

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private SqliteCommand _insert = null!;
    private SqliteCommand _delete = null!;
    private SqliteCommand _findAgent = null!;
    private SqliteCommand _findCaller = null!;
    private SqliteCommand _setAgent = null!;
    private long _turn;

    public override void Open(Crew crew, int calls)
    {
        _connection.Open();
        Execute("""
            CREATE TABLE members (number INTEGER PRIMARY KEY, queue INTEGER, score INTEGER);
            CREATE INDEX members_by_queue ON members (queue, score, number);
            CREATE TABLE agents (name INTEGER PRIMARY KEY, idle INTEGER);
            CREATE TABLE tiers (queue INTEGER, agent INTEGER, PRIMARY KEY (queue, agent)) WITHOUT ROWID;
            CREATE INDEX tiers_by_agent ON tiers (agent);
            """);
        using (var transaction = _connection.BeginTransaction())
        {
            for (var p = 0; p < crew.Operators; p++)
            {
                Execute(FormattableString.Invariant($"INSERT INTO agents VALUES ({p}, 0)"));
                foreach (var company in crew.Serves[p])
                {
                    Execute(FormattableString.Invariant($"INSERT INTO tiers VALUES ({company}, {p})"));
                }
            }

            transaction.Commit();
        }

        _insert = Prepare("INSERT INTO members VALUES ($a, $b, $c)", 3);
        _delete = Prepare("DELETE FROM members WHERE number = $a", 1);
        _findAgent = Prepare("SELECT a.name FROM tiers t JOIN agents a ON a.name = t.agent WHERE t.queue = $a AND a.idle > 0 ORDER BY a.idle LIMIT 1", 1);
        _findCaller = Prepare("SELECT m.number FROM tiers t JOIN members m ON m.queue = t.queue WHERE t.agent = $a ORDER BY m.score, m.number LIMIT 1", 1);
        _setAgent = Prepare("UPDATE agents SET idle = $b WHERE name = $a", 2);
    }

    public override void Arrive(int call, int company, int band, long now, bool missed)
    {
        Run(_insert, call, company, now - Tape.HeadStarts[band]);
        var op = Find(_findAgent, company);
        if (missed && op >= 0)
        {
            Run(_setAgent, op, 0);
            Missed(call, op);
            op = Find(_findAgent, company);
        }

        if (op >= 0)
        {
            Run(_setAgent, op, 0);
            Run(_delete, call);
            Assigned(call, op);
        }
    }

    public override void Abandon(int call, long now) => Run(_delete, call);

    public void Dispose() => _connection.Dispose();

    protected override void Free(int op, bool missed)
    {
        var call = Find(_findCaller, op);
        if (call < 0)
        {
            Run(_setAgent, op, ++_turn);
        }
        else if (missed)
        {
            Missed(call, op);
        }
        else
        {
            Run(_delete, call);
            Assigned(call, op);
        }
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<long> values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    private static int Find(SqliteCommand command, long value)
    {
        Bind(command, value);
        return command.ExecuteScalar() is long found ? (int)found : -1;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in s_parameters[..parameters])
        {
            command.Parameters.Add(name, SqliteType.Integer);
        }

        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
