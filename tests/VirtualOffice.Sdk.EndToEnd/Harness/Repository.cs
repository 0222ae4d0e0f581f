namespace VirtualOffice.Sdk.EndToEnd.Harness;

/// <summary>Where the tree is that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release: the configuration these tests were built in.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "VirtualOffice.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No VirtualOffice.Sdk.sln above {AppContext.BaseDirectory}.");
    }
}
