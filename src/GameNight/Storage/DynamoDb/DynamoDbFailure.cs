using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace GameNight.Storage.DynamoDb;

/// <summary>Tells failures of the database and the network from others, and words them so that they say what to do.</summary>
internal static class DynamoDbFailure
{
    /// <summary>Whether the error is a failure of the database or the network, not a bug or a cancellation by the caller.</summary>
    public static bool Is(Exception error, CancellationToken cancellation) => error switch
    {
        ConditionalCheckFailedException => false,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException => true,
        // The SDK itself cancels a request that takes too long.
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    /// <summary>
    /// Whether the request can never succeed because its item is too large. Any other refusal may be due to a table that can still
    /// be put right.
    /// </summary>
    public static bool IsFinal(Exception error) =>
        error is AmazonDynamoDBException { ErrorCode: "ValidationException" }
        && error.Message.Contains("size", StringComparison.OrdinalIgnoreCase);

    /// <summary>The second half of a message, after a colon, with the error's own message in brackets.</summary>
    public static string Explain(Exception error, DynamoDbOptions options) => error switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException
            or AmazonDynamoDBException { ErrorCode: "ThrottlingException" } =>
            $"the database at {options.Place} has too much to do. ({error.Message})",
        LimitExceededException => $"the database at {options.Place} is at its limit. ({error.Message})",
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized }
            or AmazonDynamoDBException { ErrorCode: "AccessDeniedException" or "UnrecognizedClientException" or "ExpiredTokenException" } =>
            $"the database at {options.Place} refuses this game; may its credentials use the table {options.TableName}? ({error.Message})",
        AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } =>
            $"the database at {options.Place} refuses what it was asked. ({error.Message})",
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } =>
            $"the database at {options.Place} has failed. ({error.Message})",
        AmazonClientException when error.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) =>
            $"there are no credentials for the database at {options.Place}. ({error.Message})",
        _ => $"the database at {options.Place} does not answer. ({error.Message})",
    };
}
