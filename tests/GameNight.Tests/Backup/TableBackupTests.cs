using GameNight.Observations.Transfer;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.DynamoDb;

namespace GameNight.Tests.Backup;

/// <summary>A backup of a table is one as any other: it comes back into a file, or into another table.</summary>
public sealed class TableBackupTests(DynamoDbServer server) : IClassFixture<DynamoDbServer>
{
    [Fact]
    public async Task Restore_IntoAnotherTable_ExportsWhatWasThereByteForByte()
    {
        using var first = Folder(server.NewOptions());
        await first.PlayAsync("ann");
        await first.PlayAsync("zoe");
        await first.ForgetAsync("zoe");
        await first.BackUpAsync();
        using var second = Folder(server.NewOptions());
        File.Copy(first.File, second.File);

        await second.RestoreAsync();

        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.Equal(await first.ExportAsync(format), await second.ExportAsync(format));
        await second.PlayAsync("zoe", 1);
        Assert.Equal(["ann"], await second.PlayersAsync());
        await Assert.ThrowsAsync<IOException>(() => second.RestoreAsync("--replace"));
    }

    [Fact]
    public async Task Restore_IntoAFile_ExportsWhatWasThereByteForByte()
    {
        using var table = Folder(server.NewOptions());
        await table.PlayAsync("ann");
        await table.BackUpAsync();
        using var folder = new BackupFolder();
        File.Copy(table.File, folder.File);

        await folder.RestoreAsync();

        foreach (var format in Enum.GetValues<ExportFormat>())
            Assert.Equal(await table.ExportAsync(format), await folder.ExportAsync(format));
    }

    private static BackupFolder Folder(DynamoDbOptions options) => new(
        "--GameNight:Store:Provider=DynamoDb", $"--GameNight:Store:DynamoDb:TableName={options.TableName}",
        $"--GameNight:Store:DynamoDb:ServiceUrl={options.ServiceUrl}")
    {
        Table = options,
    };
}
