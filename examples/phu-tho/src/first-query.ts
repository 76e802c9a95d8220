/** The query that GraphiQL shows to a newcomer. A test runs it. */
export const firstQuery = `# Đợt xét đang mở và những suất còn lại
# The open campaign and the places that are left
{
  campaigns(first: 5) {
    edges {
      node {
        title
        state
        summary { state outcome count amount }
        allotments { code association { name } allotted available reserved spent }
        awards(first: 10) {
          totalCount
          edges { node { state amount nominee { fullName } can { action allowed } } }
        }
      }
    }
  }
}
`;
