namespace GameNight.Tests.Observations.DynamoDb;

internal sealed class ProcessDiedException : Exception;
